package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.learning.BlendWeights;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamRunTest {

  private static final int ITEMS = 200;
  private static final int GROUPS = 4;

  @Test
  void theProductLearnsTheTastesThatPopularityCannotSee() {
    StreamRun run = run(true);

    StreamReport popularity = run.reports().get(1);
    assertThat(popularity.name).isEqualTo(StreamPeers.POPULARITY);
    assertThat(run.product().all.hitRate()).isGreaterThan(popularity.all.hitRate() + .2);
    assertThat(run.product().all.count()).isEqualTo(popularity.all.count()).isPositive();
  }

  @Test
  void theSameSeedGivesTheSameFigures() {
    StreamRun run = run(true);
    StreamRun again = run(true);

    assertThat(again.product().all.ndcg()).isEqualTo(run.product().all.ndcg());
    assertThat(again.weights()).isEqualTo(run.weights());
  }

  @Test
  void fixedWeightsStayAsTheyStart() {
    assertThat(run(false).weights()).isEqualTo(BlendWeights.start());
    assertThat(run(true).weights()).isNotEqualTo(BlendWeights.start());
  }

  @Test
  void theSequenceTermIsLearnedInRoundsWhereItIsAskedFor() {
    StreamRun full = run(options(true).full());

    assertThat(full.sequence().orElseThrow().bytes()).isPositive();
    assertThat(run(true).sequence()).isEmpty();
  }

  private static StreamRun run(boolean learnWeights) {
    return run(options(learnWeights));
  }

  private static StreamOptions options(boolean learnWeights) {
    return new StreamOptions(1, new StreamOptions.NewItems(0, 2, 0), 0, learnWeights, true, false);
  }

  private static StreamRun run(StreamOptions options) {
    BenchData data = data();
    Map<ItemId, Embedding> contents = new HashMap<>();
    Random random = new Random(2);
    for (Item item : data.items()) {
      contents.put(item.id(), Embedding.of(random.nextFloat(), random.nextFloat(), 1));
    }
    StreamRun run = new StreamRun(data, contents, options);
    run.run();
    return run;
  }

  /**
   * 40 users, each with a taste for one quarter of the items, meet items 45 times each in turns.
   */
  private static BenchData data() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      items.add(
          new Item(
              new ItemId("i" + i),
              1,
              "Item " + i,
              "",
              List.of(),
              List.of(),
              Map.of(),
              "en",
              true,
              Instant.EPOCH));
    }
    Random random = new Random(1);
    List<Interaction> stream = new ArrayList<>();
    for (int event = 0; event < 1_800; event++) {
      int user = event % 40;
      int item = random.nextInt(ITEMS / GROUPS) * GROUPS + user % GROUPS;
      stream.add(
          new Interaction(
              "%09d".formatted(event),
              new UserId("u" + user),
              new ItemId("i" + item),
              InteractionKind.LIKE,
              null,
              Instant.ofEpochSecond(event)));
    }
    return new BenchData(items, Map.of(), stream);
  }
}
