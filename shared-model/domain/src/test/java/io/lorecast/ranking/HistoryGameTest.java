package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.ANNA;
import static io.lorecast.ranking.SampleCatalogue.NOW;
import static io.lorecast.ranking.SampleCatalogue.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.RelationWeights;
import io.lorecast.learning.Signal;
import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.sequence.SequenceModel;
import io.lorecast.sequence.SequenceRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The fast way to what a part of a history says is the slow way. */
class HistoryGameTest {

  private static final List<Term> PERSONAL =
      List.of(Term.BEHAVIOUR, Term.NEIGHBOURS, Term.CONTENT, Term.KNOWLEDGE, Term.SEQUENCE);

  /** Each bucket has its own, so that what is taken off for nobody must be theirs. */
  private static final BlendWeights WEIGHTS =
      BlendWeights.of(
              1.1f, 1.2f, .7f, .6f, .7f, .5f, .2f, 1, //
              1.2f, 1.1f, 1, .85f, .1f, .05f, .4f, 1, //
              1.3f, 1, .9f, .8f, .1f, .05f, .7f, 1)
          .with(new RelationWeights(Map.of("director", .6f)));

  private final SampleCatalogue sample = new SampleCatalogue();

  /** Where it is learned what is liked after what. */
  private final SampleCatalogue sequenced = new SampleCatalogue();

  /** With windows so narrow that all of them cut what is met, and edges followed twice. */
  private final SampleCatalogue narrow =
      new SampleCatalogue(
          new RankingSettings(
              6, .9, 12, 6, 8, .95, 2, 5, .8, .5f, 5, 1e-3f, .3f, 1, .5f, 0, 5, 2, 100));

  HistoryGameTest() {
    sequenced.catalogue.updateSequence(SampleCatalogue.sequence());
  }

  @Property(tries = 200)
  void aCoalitionAchievesWhatAHistoryOfNothingElseWould(
      @ForAll("histories") List<Integer> items, @ForAll long coalition) {
    assertAchieves(sample, history(items), coalition);
    assertAchieves(narrow, history(items), coalition);
    assertAchieves(sequenced, history(items), coalition);
  }

  @Property(tries = 100)
  void withoutOneItemTheScoreIsThatOfAHistoryWithoutIt(@ForAll("histories") List<Integer> items) {
    UserHistory history = history(items);
    int players = Math.min(20, RecentItem.of(history, Integer.MAX_VALUE).size());
    for (int player = 0; player < players; player++) {
      assertAchieves(sample, history, ~(1L << player));
      assertAchieves(sequenced, history, ~(1L << player));
    }
  }

  @Test
  void nobodyAchievesNothing() {
    assertThat(achieved(sample, history(List.of(1, 2, 3)), 0, new int[] {10, 20}))
        .containsExactly(0, 0);
    assertThat(achieved(sequenced, history(List.of(1, 2, 3)), 0, new int[] {10, 20}))
        .containsExactly(0, 0);
  }

  @Test
  void anItemMetAgainCountsWithAllItsEvents() {
    // y = 2 in one dimension, v = 3; no biases, no beginning. Of the events 1, 0, 1 (newest first)
    // without item 0 two of item 1 are left, one like, so the weight is .2: .2 * (1 + .9) * 2 * 3.
    SampleCatalogue known = new SampleCatalogue();
    float[] met = new float[SequenceRow.SIZE];
    met[SequenceRow.after(Signal.LIKED)] = 2;
    float[] target = new float[SequenceRow.SIZE];
    target[SequenceRow.TARGET] = 3;
    UserHistory history = history(List.of(1, 0, 1));
    int[] slots = {9};
    double without = achieved(known, history, 1, slots)[0];

    known.catalogue.updateSequence(
        new SequenceModel(Map.of(id(1), met, id(9), target), SequenceModel.EMPTY.start()));

    assertThat(achieved(known, history, 1, slots)[0] - without)
        .isEqualTo(.2 * 1.9 * 6, within(1e-5));
  }

  private static void assertAchieves(SampleCatalogue sample, UserHistory history, long coalition) {
    int[] slots = {0, 7, 23, 41, 59};
    Set<ItemId> gone = new HashSet<>();
    List<RecentItem> met = RecentItem.of(history, Integer.MAX_VALUE);
    for (int position = 0; position < met.size(); position++) {
      if ((coalition >> Math.min(position, HistoryGame.APART) & 1) == 0) {
        gone.add(met.get(position).item());
      }
    }
    UserHistory left = history;
    for (ItemId item : gone) {
      left = left.without(item);
    }

    double[] expected = personalTerms(sample, left, slots);
    double[] ofNobody = personalTerms(sample, UserHistory.empty(ANNA), slots);
    for (int i = 0; i < slots.length; i++) {
      expected[i] -= ofNobody[i];
    }
    double[] achieved = achieved(sample, history, coalition, slots);
    for (int i = 0; i < slots.length; i++) {
      assertThat(achieved[i]).isEqualTo(expected[i], Explained.rounding(expected[i]));
    }
  }

  private static double[] achieved(
      SampleCatalogue sample, UserHistory history, long coalition, int[] slots) {
    return sample.catalogue.readAt(
        NOW,
        view -> {
          double[] values = new double[slots.length];
          HistoryGame.of(basis(sample, view), history, slots).value(coalition, values);
          return values;
        });
  }

  private static double[] personalTerms(SampleCatalogue sample, UserHistory history, int[] slots) {
    return sample.catalogue.readAt(
        NOW,
        view -> {
          UserProfile profile =
              new ProfileBuilder(sample.settings).profile(history, sample.rows, view, WEIGHTS);
          float[] features = new float[Term.WEIGHTED];
          return IntStream.of(slots)
              .mapToDouble(
                  slot -> {
                    new HybridScorer(sample.settings).features(profile, view, slot, features, 0);
                    return PERSONAL.stream()
                        .mapToDouble(
                            term -> WEIGHTS.weight(profile.bucket(), term) * features[term.index()])
                        .sum();
                  })
              .toArray();
        });
  }

  private static ScoringBasis basis(SampleCatalogue sample, CatalogueView view) {
    return new ScoringBasis(sample.settings, WEIGHTS, view, sample.rows);
  }

  /** Up to 60 meetings, liked but for every fourth item, some of them again. */
  @Provide
  static Arbitrary<List<Integer>> histories() {
    return Arbitraries.integers().between(0, SampleCatalogue.ITEMS - 1).list().ofMaxSize(60);
  }

  static UserHistory history(List<Integer> items) {
    UserHistory history = UserHistory.empty(ANNA);
    for (int item : items) {
      Signal signal = item % 4 == 0 ? Signal.OTHER : Signal.LIKED;
      history = history.with(SampleCatalogue.entry(history.entries().size(), item, signal));
    }
    return history;
  }

  @Test
  void aHistoryWithoutAnItemHoldsNoneOfItsEvents() {
    assertThat(history(List.of(3, 5, 3, 4)).without(id(3)).entries())
        .extracting(entry -> entry.item())
        .containsExactly(id(5), id(4));
  }
}
