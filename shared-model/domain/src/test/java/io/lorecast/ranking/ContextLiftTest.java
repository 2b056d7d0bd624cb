package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.BlendGradient;
import io.lorecast.learning.BlendLearner;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.ForwardDecay;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Context;
import io.lorecast.model.ItemId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What is liked in a context: two items, one liked by many, the other by some who are all there.
 */
class ContextLiftTest {

  private static final Context PHONE = new Context(List.of("device:phone"));
  private static final Context ELSEWHERE = new Context(List.of("device:television"));
  private static final ForwardDecay DECAY =
      new ForwardDecay(LearnerSettings.defaults().popularityHalfLife());

  private final RankingSettings settings = RankingSettings.defaults().withBoost(0);
  private final Ranker ranker = new Ranker(settings);
  private final Catalogue catalogue =
      new Catalogue(
          FittedModel.unfitted(ContentSpace.single("letters", 4)),
          LearnerSettings.defaults(),
          settings);

  ContextLiftTest() {
    put("many", 60, 0);
    put("phone", 40, 40);
  }

  @Test
  void aStrangerGetsWhatIsLikedWhereTheyAre() {
    assertThat(first(Context.NONE).id().value()).isEqualTo("many");
    assertThat(first(ELSEWHERE).id().value()).isEqualTo("many");
    assertThat(first(PHONE).id().value()).isEqualTo("phone");
  }

  /**
   * With a floor of .3 the shares are 60.3/100.6 = .5994 and 40.3/100.6 = .4006. All 40 likes of
   * the context are of the second: (40 + 20 * .4006) / 60 = .8002, log(.8002 / .4006) = .6919.
   */
  @Test
  void theLiftIsTheLogarithmOfTheRatioOfShares() {
    ScoredItem item = first(PHONE);

    // Popularity moves in ticks of 11 minutes and 15 seconds, so the sums are not quite 100.
    assertThat(item.terms().get(Term.CONTEXT)).isEqualTo(.6919, within(1e-3));
    assertThat(first(ELSEWHERE).terms().get(Term.CONTEXT)).isZero();
    assertThat(item.reason().orElseThrow().kind()).isEqualTo(Reason.Kind.CONTEXT);
    double sum = item.terms().values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(item.score()).isEqualTo(sum, within(1e-5));
  }

  @Test
  void ofTwoValuesEachCountsHalf() {
    Context both = new Context(List.of("device:phone", "device:television"));

    assertThat(first(both).terms().get(Term.CONTEXT)).isEqualTo(.6919 / 2, within(1e-3));
  }

  @Test
  void likesThatTheContextForetellsTeachThatItMatters() {
    BlendWeights start = BlendWeights.start();

    BlendWeights there = taught(PHONE);
    BlendWeights nowhere = taught(Context.NONE);

    assertThat(there.weight(0, Term.CONTEXT)).isGreaterThan(start.weight(0, Term.CONTEXT));
    assertThat(nowhere.weight(0, Term.CONTEXT)).isEqualTo(start.weight(0, Term.CONTEXT));
  }

  private BlendWeights taught(Context context) {
    BlendTrainer trainer = new BlendTrainer(settings, new BlendLearner(20, 1, .01f, .1f));
    BlendGradient gradient = new BlendGradient();
    trainer
        .in(context)
        .add(
            gradient,
            BlendWeights.start(),
            UserHistory.empty(SampleCatalogue.ANNA),
            Map.of(),
            Set.of(),
            new ItemId("phone"),
            catalogue,
            NOW,
            new Random(1));
    return trainer.step(BlendWeights.start(), gradient);
  }

  private ScoredItem first(Context context) {
    return ranker
        .rank(
            RankRequest.best(1, Set.of()).in(context),
            UserHistory.empty(SampleCatalogue.ANNA),
            Map.of(),
            catalogue,
            BlendWeights.start(),
            NOW)
        .getFirst();
  }

  private void put(String id, int likes, int onPhones) {
    long at = NOW.toEpochMilli();
    Map<String, Map<Long, Long>> contexts = new HashMap<>();
    if (onPhones > 0) {
      contexts.put("device:phone", Map.of(DECAY.epoch(at), onPhones * DECAY.amount(at)));
    }
    ItemId item = new ItemId(id);
    catalogue.put(new CatalogueItem(item, id, true, Map.of(), List.of()), Optional.empty());
    catalogue.updateCounts(
        item,
        new ItemCounts(
            likes, likes, Map.of(DECAY.epoch(at), likes * DECAY.amount(at)), Map.of(), contexts));
  }
}
