package io.lorecast.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Feedback of many users, each of whose events is numbered, and now and then one that is bad. */
final class Load {

  static final int EVENTS = 20_000;
  static final int BAD = 20;

  private static final int USERS = 200;
  private static final int ITEMS = 300;
  private static final List<String> KINDS = List.of("view", "click", "like", "purchase");

  private final long[] perItem = new long[ITEMS];

  /** Sends everything and returns once the broker has it. */
  void send(String broker, String topic) throws Exception {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    Random random = new Random(20261126);
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings)) {
      for (int i = 0; i < EVENTS; i++) {
        int item = random.nextInt(ITEMS);
        perItem[item]++;
        String user = "user-" + i % USERS;
        sent.add(
            producer.send(
                event(topic, user, i / USERS, "item-" + item, KINDS.get(random.nextInt(4)))));
        if (i % (EVENTS / BAD) == 0) {
          sent.add(producer.send(event(topic, user, i, "item-0", "LIKED")));
        }
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    }
  }

  /** Returns how many events there are on each item, by its number. */
  long[] perItem() {
    return perItem.clone();
  }

  private static ProducerRecord<String, String> event(
      String topic, String user, int number, String item, String kind) {
    String data =
        """
        {"feedbackId": "%s/%d", "userId": "%s", "itemId": "%s", "kind": "%s"}
        """
            .formatted(user, number, user, item, kind);
    ProducerRecord<String, String> record = new ProducerRecord<>(topic, user, data);
    Map.of(
            "ce_specversion", "1.0",
            "ce_type", "io.lorecast.feedback.v1",
            "ce_source", "/shop",
            "ce_id", user + "/" + number + "/" + kind,
            "ce_time", "2026-03-04T12:00:00Z",
            "content-type", "application/json")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }
}
