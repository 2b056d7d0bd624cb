package io.lorecast.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lorecast.events.EventTypes;
import io.lorecast.model.ItemId;
import io.lorecast.store.layered.Stores;
import io.lorecast.store.testing.LocalServers;
import io.lorecast.store.testing.TestStores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged function in several processes, on a real broker, Redis and DynamoDB Local. */
class FeedbackOnKafkaIT {

  private static final String GROUP = "feedback-workers";
  private static final String DEAD_LETTERS = "io.lorecast.dead-letters";
  private static final int PARTITIONS = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  private final List<Worker> workers = new ArrayList<>();

  @AfterEach
  void endWorkers() {
    workers.forEach(Worker::close);
  }

  @Test
  void nothingIsLostOrDoneTwiceOrOutOfOrderWhileOneWorkerDiesAndAnotherJoins() throws Exception {
    String tenant = LocalServers.newTenant();
    Stores stores = TestStores.of(tenant, tenant);
    Load load = new Load();
    Answers answers = new Answers();
    try (KafkaBroker broker = KafkaBroker.start(folder)) {
      String topic = EventTypes.FEEDBACK;
      broker.create(PARTITIONS, topic, EventTypes.USER_FORGOTTEN, EventTypes.PROFILE_UPDATED);
      broker.create(1, DEAD_LETTERS);
      for (int i = 1; i <= 3; i++) {
        workers.add(Worker.start("worker-" + i, tenant, broker.address()));
      }
      awaitMembers(broker, 3);

      load.send(broker.address(), topic);
      try (Topics answered = Topics.read(broker.address(), EventTypes.PROFILE_UPDATED)) {
        answered.until(() -> answers.size() >= Load.EVENTS / 4, PATIENCE, answers::add);
        workers.getFirst().kill();
        answered.until(() -> answers.size() >= Load.EVENTS / 2, PATIENCE, answers::add);
        workers.add(Worker.start("worker-4", tenant, broker.address()));
        answered.until(() -> answers.size() >= Load.EVENTS, PATIENCE, answers::add);
      }

      assertThat(answers.numbers().values()).hasSize(200).allMatch(FeedbackOnKafkaIT::isInOrder);
      assertThat(stores.feedbackLog().all().collect().asList().await().indefinitely())
          .hasSize(Load.EVENTS);
      assertThat(counted(stores, load)).isEqualTo(load.perItem());
      assertThat(deadLetters(broker))
          .hasSize(Load.BAD)
          .allMatch(each -> each.contains("data.kind"));
    }
  }

  private static void awaitMembers(KafkaBroker broker, int count) {
    try (Admin admin = broker.admin()) {
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(
              () ->
                  admin
                          .describeConsumerGroups(List.of(GROUP))
                          .describedGroups()
                          .get(GROUP)
                          .get()
                          .members()
                          .size()
                      == count);
    }
  }

  private static boolean isInOrder(List<Integer> numbers) {
    return numbers.equals(IntStream.range(0, Load.EVENTS / 200).boxed().toList());
  }

  private static long[] counted(Stores stores, Load load) {
    List<ItemId> items =
        IntStream.range(0, load.perItem().length).mapToObj(i -> new ItemId("item-" + i)).toList();
    var counts = stores.learning(0).counts(items).await().indefinitely();
    return items.stream().mapToLong(item -> counts.get(item).events()).toArray();
  }

  /** Returns why each dead letter is one; a record may be there twice if its worker was killed. */
  private static List<String> deadLetters(KafkaBroker broker) {
    List<String> reasons = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    try (Topics dead = Topics.read(broker.address(), DEAD_LETTERS)) {
      dead.until(
          () -> ids.size() >= Load.BAD,
          PATIENCE,
          record -> {
            if (!ids.contains(header(record, "ce_id"))) {
              ids.add(header(record, "ce_id"));
              reasons.add(header(record, "dead-letter-reason"));
            }
          });
    }
    return reasons;
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
