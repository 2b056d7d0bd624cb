package io.lorecast.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their start, outside any group. */
final class Topics implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, String> consumer;

  private Topics(KafkaConsumer<String, String> consumer) {
    this.consumer = consumer;
  }

  /** Reads {@code topic} of {@code broker}. */
  static Topics read(String broker, String topic) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            StringDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            StringDeserializer.class);
    KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings);
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(each -> new TopicPartition(topic, each.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new Topics(consumer);
  }

  /**
   * Gives each record to {@code reader} until {@code done}.
   *
   * @throws IllegalStateException if no record comes for longer than {@code patience}
   */
  void until(
      BooleanSupplier done, Duration patience, Consumer<ConsumerRecord<String, String>> reader) {
    long last = System.nanoTime();
    while (!done.getAsBoolean()) {
      for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
        reader.accept(record);
        last = System.nanoTime();
      }
      if (System.nanoTime() - last > patience.toNanos()) {
        throw new IllegalStateException("no more records came within " + patience);
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
