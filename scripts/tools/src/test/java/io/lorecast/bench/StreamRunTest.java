package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.learning.BlendWeights;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamRunTest {

  @Test
  void theProductLearnsTheTastesThatPopularityCannotSee() {
    StreamRun run = run(true);

    StreamReport popularity = run.reports().get(1);
    assertThat(popularity.name).isEqualTo("popularity");
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
    return new StreamOptions(
        1,
        StreamOptions.NewItems.NONE,
        0,
        learnWeights,
        true,
        List.of("popularity", "itemknn-recency"),
        false,
        1);
  }

  private static StreamRun run(StreamOptions options) {
    BenchData data = SyntheticData.data(45);
    Map<ItemId, Embedding> contents = new HashMap<>();
    Random random = new Random(2);
    for (Item item : data.items()) {
      contents.put(item.id(), Embedding.of(random.nextFloat(), random.nextFloat(), 1));
    }
    StreamRun run = new StreamRun(data, contents, options);
    run.run();
    return run;
  }
}
