package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.NOW;
import static io.lorecast.ranking.SampleCatalogue.id;
import static io.lorecast.ranking.SampleCatalogue.liked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Term;
import io.lorecast.model.ItemId;
import io.lorecast.sequence.SequenceModel;
import io.lorecast.sequence.SequenceRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SequenceTermTest {

  private final SampleCatalogue sample = new SampleCatalogue();

  /** After a like of item 0, item 9; nothing is known of the others. */
  private final SequenceModel model =
      new SequenceModel(
          Map.of(id(0), row(SequenceRow.K, 2, 0), id(9), row(SequenceRow.TARGET, 3, 1)),
          SequenceModel.EMPTY.start());

  @Test
  void theTermIsTheDotProductAndTheBiasLessTheMeanBias() {
    sample.catalogue.updateSequence(model);

    // P = 2 in one dimension, v = 3, the biases 0 and 1 have the mean .5: 2 * 3 + 1 - .5.
    assertThat(term(id(9))).isEqualTo(.4 * 6.5, within(1e-5));
  }

  @Test
  void anItemThatNothingIsKnownOfGetsNothing() {
    sample.catalogue.updateSequence(model);

    assertThat(term(id(12))).isZero();
  }

  @Test
  void theTermCountsInTheOrder() {
    List<ItemId> before = best();
    sample.catalogue.updateSequence(model);

    assertThat(best().getFirst()).isEqualTo(id(9));
    assertThat(before.getFirst()).isNotEqualTo(id(9));
  }

  @Test
  void bestIsTheOrderOfTheAnswer() {
    sample.catalogue.updateSequence(model);

    assertThat(best()).isEqualTo(rank().stream().map(ScoredItem::id).toList());
  }

  @Test
  void aLaterRowTakesThePlaceOfAnOlderOne() {
    sample.catalogue.updateSequence(model);
    sample.catalogue.updateSequence(
        new SequenceModel(
            Map.of(id(9), row(SequenceRow.TARGET, 1, 1)), SequenceModel.EMPTY.start()));

    assertThat(term(id(9))).isEqualTo(.4 * 2.5, within(1e-5));
  }

  private double term(ItemId item) {
    return rank().stream()
        .filter(scored -> scored.id().equals(item))
        .findFirst()
        .orElseThrow()
        .terms()
        .get(Term.SEQUENCE);
  }

  private List<ScoredItem> rank() {
    return new Ranker(sample.settings)
        .rank(
            RankRequest.best(30, Set.of(id(0))),
            liked(0),
            sample.rows,
            sample.catalogue,
            BlendWeights.start(),
            NOW);
  }

  private List<ItemId> best() {
    return new Ranker(sample.settings)
        .best(
            RankRequest.best(30, Set.of(id(0))),
            liked(0),
            sample.rows,
            sample.catalogue,
            BlendWeights.start(),
            NOW);
  }

  private static float[] row(int at, float value, float bias) {
    float[] row = new float[SequenceRow.SIZE];
    row[at] = value;
    row[SequenceRow.BIAS] = bias;
    return row;
  }
}
