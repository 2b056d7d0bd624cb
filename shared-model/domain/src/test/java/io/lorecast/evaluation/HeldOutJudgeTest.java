package io.lorecast.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.FitItem;
import io.lorecast.learning.FitListener;
import io.lorecast.learning.FitSettings;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.HeldOutLike;
import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.ModelFitter;
import io.lorecast.learning.Signal;
import io.lorecast.learning.TrainingSet;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.vector.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldOutJudgeTest {

  private static final ContentSpace SPACE = ContentSpace.single("letters", 4);
  private static final int ITEMS = 120;
  private static final int GROUPS = 6;

  private final List<FitItem> items = items();

  @Test
  void aModelOfTastesIsBetterThanOneThatHoldsEverythingBack() {
    TrainingSet training = training();
    List<HeldOutLike> heldOut = training.holdOut(1_000);
    FittedModel good = fitter(.02).fit(SPACE, items, training, 1);
    FittedModel flat = fitter(1_000).fit(SPACE, items, training, 1);
    HeldOutJudge judge = new HeldOutJudge(items, heldOut, good);

    ModelComparison comparison = judge.compare(flat, good);

    assertThat(comparison.users()).isEqualTo(30);
    assertThat(comparison.current()).isGreaterThan(comparison.candidate() + .1);
    assertThat(comparison.isWorse(.01)).isTrue();
    assertThat(judge.compare(good, flat).isWorse(.01)).isFalse();
  }

  @Test
  void aModelIsAsGoodAsItself() {
    TrainingSet training = training();
    List<HeldOutLike> heldOut = training.holdOut(1_000);
    FittedModel model = fitter(.02).fit(SPACE, items, training, 1);

    ModelComparison comparison = new HeldOutJudge(items, heldOut, model).compare(model, model);

    assertThat(comparison.candidate()).isEqualTo(comparison.current()).isBetween(.01, 1.0);
    assertThat(comparison.standardError()).isZero();
  }

  @Test
  void anItemThatIsGoneIsNotAskedFor() {
    UserHistory before =
        new UserHistory(
            new UserId("u"),
            1,
            List.of(new HistoryEntry("f", new ItemId("item1"), Signal.LIKED, 1, 0)));
    FittedModel model = FittedModel.unfitted(SPACE);
    HeldOutLike gone = new HeldOutLike(before, new ItemId("gone"));

    ModelComparison comparison =
        new HeldOutJudge(items, List.of(gone), model).compare(model, model);

    assertThat(comparison.users()).isZero();
    assertThat(comparison.candidate()).isEqualTo(0, within(0.0));
    assertThat(comparison.isWorse(0)).isFalse();
  }

  private static ModelFitter fitter(double regularisation) {
    return new ModelFitter(
        FitSettings.defaults().withFactors(10, .1, regularisation), FitListener.NONE);
  }

  private static List<FitItem> items() {
    Random random = new Random(4);
    List<FitItem> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      Embedding content =
          Embedding.of(random.nextFloat(), random.nextFloat(), random.nextFloat(), 1);
      items.add(new FitItem(new ItemId("item" + i), Optional.of(content), Set.of()));
    }
    return items;
  }

  /** 300 users who each like 8 of the 20 items of one group. */
  private static TrainingSet training() {
    TrainingSet training = new TrainingSet(InteractionWeights.defaults());
    Random random = new Random(9);
    for (int user = 0; user < 300; user++) {
      for (int like = 0; like < 8; like++) {
        int item = random.nextInt(ITEMS / GROUPS) * GROUPS + user % GROUPS;
        training.add(
            new UserId("user" + user),
            new HistoryEntry(
                user + "-" + like, new ItemId("item" + item), Signal.LIKED, 1, user * 100 + like));
      }
    }
    return training;
  }
}
