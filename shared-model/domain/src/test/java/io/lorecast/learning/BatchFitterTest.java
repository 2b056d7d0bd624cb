package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchFitterTest {

  private static final int ITEMS = 24;
  private static final int USERS = 40;

  @Test
  void aTasteIsFoundWithAndWithoutTheAutoencoder() {
    for (int mostAutoencoded : new int[] {0, ITEMS}) {
      BatchRecommender fitted = fit(mostAutoencoded, 1);

      double[] scores = fitted.scores(List.of(item(0), item(2), new ItemId("elsewhere")));

      assertThat(fitted.items()).hasSize(ITEMS);
      assertThat(mean(scores, fitted, 0)).isGreaterThan(mean(scores, fitted, 1));
    }
  }

  @Test
  void theSameSeedGivesTheSameScores() {
    List<ItemId> liked = List.of(item(1), item(5));

    assertThat(fit(ITEMS, 7).scores(liked)).containsExactly(fit(ITEMS, 7).scores(liked));
  }

  @Test
  void theChosenConstantsFindNoFewerLikesThanTheOthers() {
    TrainingSet.Likes likes = training().likes(items().stream().map(FitItem::id).toList());
    HeldOutShare heldOut = FactorChoice.heldOut(likes, 1);
    FitSettings defaults = FitSettings.defaults();

    FitSettings chosen = FactorChoice.of(heldOut, defaults, 1);

    double best = heldOut.ndcg(FactorChoice.fitted(heldOut, chosen, 1));
    for (double unobserved : new double[] {.1, 1}) {
      for (double regularisation : new double[] {.003, .03}) {
        FitSettings other = defaults.withFactors(defaults.sweeps(), unobserved, regularisation);
        assertThat(best)
            .isGreaterThanOrEqualTo(heldOut.ndcg(FactorChoice.fitted(heldOut, other, 1)));
      }
    }
  }

  @Test
  void constantsStayWhereNobodyLikesEnough() {
    TrainingSet few = new TrainingSet(InteractionWeights.defaults());
    like(few, 0, 0);
    FitSettings defaults = FitSettings.defaults();

    ModelFitter fitter = new ModelFitter(defaults, FitListener.NONE).chosenBy(items(), few, 1);

    assertThat(fitter.settings()).isEqualTo(defaults);
  }

  @Test
  void moreItemsThanAnArrayHoldsAreRefused() {
    assertThatThrownBy(() -> new BatchFitter(FitSettings.defaults(), 46_341))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("autoencoded items must be 0 to 46340, were 46341");
  }

  private static BatchRecommender fit(int mostAutoencoded, long seed) {
    return new BatchFitter(FitSettings.defaults(), mostAutoencoded)
        .fit(ContentSpace.NONE, items(), training(), seed);
  }

  private static List<FitItem> items() {
    return IntStream.range(0, ITEMS)
        .mapToObj(
            i -> new FitItem(item(i), Optional.empty(), Set.of(new EntityId("KIND:" + i % 2))))
        .toList();
  }

  /** Even users like even items, odd ones odd items, two in three of them. */
  private static TrainingSet training() {
    Random random = new Random(1);
    TrainingSet training = new TrainingSet(InteractionWeights.defaults());
    for (int user = 0; user < USERS; user++) {
      for (int item = user % 2; item < ITEMS; item += 2) {
        if (random.nextInt(3) > 0) {
          like(training, user, item);
        }
      }
    }
    return training;
  }

  private static void like(TrainingSet training, int user, int item) {
    training.add(
        new UserId("user-" + user),
        new HistoryEntry(user + "-" + item, item(item), Signal.LIKED, 1, item));
  }

  private static ItemId item(int number) {
    return new ItemId("item-%02d".formatted(number));
  }

  /** Returns the mean score of the items from 4 on that are even or odd. */
  private static double mean(double[] scores, BatchRecommender fitted, int parity) {
    return IntStream.range(2, ITEMS / 2)
        .mapToDouble(i -> scores[fitted.items().indexOf(item(2 * i + parity))])
        .average()
        .orElseThrow();
  }
}
