package io.lorecast.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.explanation.Sentences;
import io.lorecast.explanation.Subject;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.NeighbourCounters;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static final RankingSettings PLAINLY = RankingSettings.defaults().withBoost(0);

  /** So high that to be boosted stands out most; at most a few items of a list are. */
  private static final RankingSettings BOOSTED = RankingSettings.defaults().withBoost(100);

  private static final CatalogueItem LIKED = item("liked", link("director", "person:Y"));
  private static final CatalogueItem PLAIN = item("plain");

  private final Catalogue catalogue =
      new Catalogue(
          FittedModel.unfitted(ContentSpace.single("letters", 4)),
          LearnerSettings.defaults(),
          PLAINLY);

  @Test
  void aSharedEntityIsNamedWithItsRelation() {
    put(LIKED, PLAIN, item("shared", link("director", "person:Y")));

    Reason reason = reasonFor("shared", Map.of());

    assertThat(reason.kind()).isEqualTo(Reason.Kind.KNOWLEDGE);
    assertThat(reason.because()).contains(new MetItem(new ItemId("liked"), "Liked", true));
    assertThat(reason.path())
        .containsExactly(
            new Reason.Step(node("item:liked", "Liked"), "director", node("person:Y", "Y")),
            new Reason.Step(node("person:Y", "Y"), "director", node("item:shared", "Shared")));
    assertThat(sentence(reason)).isEqualTo("Because you liked Liked: same director, Y.");
  }

  @Test
  void relationsWithByReadAsWords() {
    put(
        item("liked", link("acted_by", "person:Y")),
        PLAIN,
        item("shared", link("acted_by", "person:Y")));

    assertThat(sentence(reasonFor("shared", Map.of())))
        .isEqualTo("Because you liked Liked: also acted by Y.");
  }

  @Test
  void anEntityInTwoRolesNamesBoth() {
    put(LIKED, PLAIN, item("shared", link("actor", "person:Y")));

    assertThat(sentence(reasonFor("shared", Map.of())))
        .isEqualTo("Because you liked Liked: Y (director there, actor here).");
  }

  @Test
  void anEdgeBetweenTheTwoIsNamedBeforeWhatTheyShare() {
    CatalogueItem.Link director = link("director", "person:Y");
    put(item("liked", director, link("sequel_of", "item:sequel")), PLAIN);
    put(item("sequel", director, link("sequel_of", "item:liked")));

    Reason reason = reasonFor("sequel", Map.of());

    assertThat(reason.path())
        .containsExactly(
            new Reason.Step(
                node("item:liked", "Liked"), "sequel_of", node("item:sequel", "Sequel")));
    assertThat(sentence(reason)).isEqualTo("Because you liked Liked: linked with it (sequel of).");
  }

  @Test
  void aSharedItemIsCalledByItsName() {
    put(item("liked", link("based_on", "item:plain")), PLAIN);
    put(item("shared", link("based_on", "item:plain")));

    assertThat(sentence(reasonFor("shared", Map.of())))
        .isEqualTo("Because you liked Liked: also based on Plain.");
  }

  @Test
  void theRarerOfTwoSharedEntitiesIsNamedAsTheCatalogueIsNow() {
    CatalogueItem.Link[] both = {link("director", "person:Y"), link("country", "country:Z")};
    put(item("liked", both), PLAIN, item("shared", both));
    put(item("third", link("country", "country:Z")));
    assertThat(sentence(reasonFor("shared", Map.of()))).contains("same director, Y");

    put(item("third", link("director", "person:Y")));

    assertThat(sentence(reasonFor("shared", Map.of()))).contains("same country, Z");
  }

  @Test
  void anEdgeThatIsGoneIsNoReason() {
    put(LIKED, PLAIN, item("shared", link("director", "person:Y")));
    put(item("shared"));

    assertThat(reasonFor("shared", Map.of()).path()).isEmpty();
  }

  @Test
  void neighboursSpeakOfTheItemWhoseRowHoldsTheOther() {
    put(LIKED, PLAIN, item("near"));
    NeighbourRow row =
        new NeighbourRow(Map.of(new ItemId("near"), NeighbourCounters.ONE), Map.of());

    Reason reason = reasonFor("near", Map.of(new ItemId("liked"), row));

    assertThat(reason.kind()).isEqualTo(Reason.Kind.NEIGHBOURS);
    assertThat(reason.because()).contains(new MetItem(new ItemId("liked"), "Liked", true));
  }

  @Test
  void likeContentIsNamedWhereNothingElseSpeaks() {
    put(item("liked"), PLAIN);
    catalogue.put(item("alike"), Optional.of(Embedding.of(1, 0, 0, 0)));
    catalogue.put(item("liked"), Optional.of(Embedding.of(1, 0, 0, 0)));

    assertThat(reasonFor("alike", Map.of()).kind()).isEqualTo(Reason.Kind.CONTENT);
  }

  @Test
  void aBoostedItemIsExplainedByThePathToItAndSaidToBeNew() {
    put(LIKED, PLAIN, item("new", link("director", "person:Y")), item("z"));
    likeOften("plain", "z");

    ScoredItem scored = scored("new", Map.of(), BOOSTED);

    assertThat(scored.terms().get(Term.BOOST)).isPositive();
    assertThat(scored.terms().values().stream().mapToDouble(x -> x).sum())
        .isEqualTo(scored.score(), within(1e-5));
    assertThat(scored.reason().orElseThrow().kind()).isEqualTo(Reason.Kind.KNOWLEDGE);
    assertThat(scored.reason().orElseThrow().path()).hasSize(2);
    assertThat(sentence(scored.reason().orElseThrow()))
        .isEqualTo("Because you liked Liked: same director, Y. New here: few have met it yet.");
  }

  @Test
  void aBoostedItemThatNothingLeadsToIsSaidToBeNew() {
    put(LIKED, PLAIN, item("new", link("director", "person:Other")), item("z"));
    likeOften("plain", "z");

    ScoredItem scored = scored("new", Map.of(), BOOSTED);

    assertThat(scored.terms().get(Term.BOOST)).isPositive();
    assertThat(scored.reason().orElseThrow().kind()).isEqualTo(Reason.Kind.NEW);
    assertThat(scored.reason().orElseThrow().path()).isEmpty();
    assertThat(sentence(scored.reason().orElseThrow())).isEqualTo("New here: few have met it yet.");
  }

  private static String sentence(Reason reason) {
    return Sentences.in("en").of(reason, Subject.USER);
  }

  private static Reason.Node node(String id, String name) {
    return new Reason.Node(new EntityId(id), name);
  }

  private Reason reasonFor(String wanted, Map<ItemId, NeighbourRow> rows) {
    return scored(wanted, rows, PLAINLY).reason().orElseThrow();
  }

  private ScoredItem scored(
      String wanted, Map<ItemId, NeighbourRow> rows, RankingSettings settings) {
    HistoryEntry like = new HistoryEntry("1", new ItemId("liked"), Signal.LIKED, 1, 0);
    return new Ranker(settings)
            .rank(
                RankRequest.best(10, Set.of(new ItemId("liked"))),
                UserHistory.empty(SampleCatalogue.ANNA).with(like),
                rows,
                catalogue,
                BlendWeights.start(),
                Instant.EPOCH)
            .stream()
            .filter(item -> item.id().value().equals(wanted))
            .findFirst()
            .orElseThrow();
  }

  private void put(CatalogueItem... items) {
    for (CatalogueItem item : items) {
      catalogue.put(item, Optional.empty());
    }
  }

  private void likeOften(String... items) {
    for (String item : items) {
      catalogue.updateCounts(new ItemId(item), SampleCatalogue.counts(9));
    }
  }

  private static CatalogueItem item(String id, CatalogueItem.Link... links) {
    String name = id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1);
    return new CatalogueItem(new ItemId(id), name, true, Map.of(), List.of(links));
  }

  private static CatalogueItem.Link link(String relation, String entity) {
    return new CatalogueItem.Link(relation, new EntityId(entity), 1);
  }
}
