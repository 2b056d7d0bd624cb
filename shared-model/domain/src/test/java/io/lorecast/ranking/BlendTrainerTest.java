package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.NOW;
import static io.lorecast.ranking.SampleCatalogue.id;
import static io.lorecast.ranking.SampleCatalogue.liked;
import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.learning.BlendGradient;
import io.lorecast.learning.BlendLearner;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Term;
import io.lorecast.model.ItemId;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlendTrainerTest {

  private final SampleCatalogue sample = new SampleCatalogue();
  private final BlendTrainer trainer =
      new BlendTrainer(sample.settings, new BlendLearner(20, 10, .01f, .1f));

  @Test
  void likesOfTheUsualGenreTeachThatNeighboursMatterAndPopularityDoesNot() {
    BlendGradient gradient = new BlendGradient();

    // The least popular items of the genre: popularity speaks against them.
    for (int item : new int[] {9, 12, 15, 18}) {
      assertThat(add(gradient, Set.of(id(0), id(3), id(6)), id(item))).isTrue();
    }

    BlendWeights after = trainer.step(BlendWeights.start(), gradient);
    assertThat(after.weight(1, Term.NEIGHBOURS))
        .isGreaterThan(BlendWeights.start().weight(1, Term.NEIGHBOURS));
    assertThat(after.weight(1, Term.POPULARITY))
        .isLessThan(BlendWeights.start().weight(1, Term.POPULARITY));
  }

  @Test
  void theSameSeedGivesTheSameStep() {
    BlendGradient one = new BlendGradient();
    BlendGradient other = new BlendGradient();
    add(one, Set.of(), id(9));
    add(other, Set.of(), id(9));

    assertThat(trainer.step(BlendWeights.start(), one))
        .isEqualTo(trainer.step(BlendWeights.start(), other));
  }

  @Test
  void anUnknownItemOrAUserWhoHasSeenAllTeachesNothing() {
    BlendGradient gradient = new BlendGradient();
    Set<ItemId> all = new HashSet<>();
    SampleCatalogue.order().forEach(i -> all.add(id(i)));

    assertThat(add(gradient, Set.of(), new ItemId("gone"))).isFalse();
    assertThat(add(gradient, all, id(9))).isFalse();
    assertThat(gradient.likes()).isZero();
  }

  private boolean add(BlendGradient gradient, Set<ItemId> seen, ItemId liked) {
    return trainer.add(
        gradient,
        BlendWeights.start(),
        liked(0, 3, 6),
        sample.rows,
        seen,
        liked,
        sample.catalogue,
        NOW,
        new Random(1));
  }
}
