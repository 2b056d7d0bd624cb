package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiversityRunTest {

  @Test
  void spreadListsAreLessAlikeAndPlainOnesAreThoseOfTheStream() {
    BenchData data = SyntheticData.data();
    Map<ItemId, Embedding> texts = SyntheticData.tellingTexts();
    DiversityRun run = new DiversityRun(data, texts, List.of(.8, 0d), 1);
    run.run();
    StreamRun stream =
        new StreamRun(
            data,
            texts,
            new StreamOptions(1, StreamOptions.NewItems.NONE, 0, true, true, List.of(), false, 1));
    stream.run();

    DiversityRun.Tally plain = run.tallies().get(0d);
    DiversityRun.Tally spread = run.tallies().get(.8);
    assertThat(run.tallies().keySet()).containsExactly(0d, .8);
    assertThat(spread.similarity()).isLessThan(plain.similarity());
    assertThat(plain.hits.hitRate()).isEqualTo(stream.product().all.hitRate());
    assertThat(spread.coverage()).isBetween(.1, 1.0);
    assertThat(spread.gini()).isBetween(0.0, 1.0);
    assertThat(spread.novelty()).isPositive();
  }

  @Test
  void similarityIsOfTextsAndEntities() {
    Similarity similarity = new Similarity(SyntheticData.data(), SyntheticData.tellingTexts());

    ItemId item = SyntheticData.id(0);
    assertThat(similarity.ofTexts(item, item)).isEqualTo(1, within(1e-6));
    assertThat(similarity.ofTexts(item, SyntheticData.id(1))).isLessThan(.5);
    // Items 0 and 4 share their only entity.
    assertThat(similarity.ofEntities(item, SyntheticData.id(4))).isEqualTo(1, within(1e-6));
    assertThat(similarity.ofEntities(item, SyntheticData.id(1))).isZero();
  }
}
