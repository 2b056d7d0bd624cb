package io.lorecast.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.graph.InverseFrequency;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.CatalogueItem.Link;
import io.lorecast.ranking.GraphPath.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GraphPathsTest {

  private static final EntityId CLEO = new EntityId("item:cleo");
  private static final EntityId VAGABOND = new EntityId("item:vagabond");
  private static final EntityId VARDA = new EntityId("person:Agnès Varda");
  private static final EntityId FRANCE = new EntityId("country:France");
  private static final Map<EntityId, Long> DEGREES = Map.of(VARDA, 3L, FRANCE, 400L);

  private static final Link DIRECTED = new Link("director", VARDA, 1);
  private static final Link FRENCH = new Link("country", FRANCE, 1);

  private final GraphPaths paths =
      new GraphPaths(entity -> new InverseFrequency(1000).of(DEGREES.getOrDefault(entity, 1L)));

  @Test
  void theSameDirectorComesBeforeTheSameCountry() {
    GraphPath path = strongest(item("vagabond", DIRECTED, FRENCH), item("cleo", FRENCH, DIRECTED));

    assertThat(path.steps())
        .containsExactly(new Step(CLEO, "director", VARDA), new Step(VARDA, "director", VAGABOND));
    assertThat(path.strength()).isCloseTo(Math.log(1 + 1000 / 3.0), within(1e-9));
  }

  @Test
  void anEdgeBetweenTheItemsComesBeforeWhatTheyShare() {
    CatalogueItem cleo = item("cleo", DIRECTED, new Link("sequel-of", VAGABOND, 1));

    assertThat(strongest(item("vagabond", DIRECTED), cleo).steps())
        .containsExactly(new Step(CLEO, "sequel-of", VAGABOND));
  }

  @Test
  void aWeakTieMakesAWeakPathFromEitherEnd() {
    Link weak = new Link("director", VARDA, .1f);

    assertThat(middle(strongest(item("vagabond", DIRECTED, FRENCH), item("cleo", weak, FRENCH))))
        .isEqualTo(FRANCE);
    assertThat(middle(strongest(item("vagabond", weak, FRENCH), item("cleo", DIRECTED, FRENCH))))
        .isEqualTo(FRANCE);
  }

  @Test
  void ofSeveralTiesToOneEntityThoseOfOneRelationAreTold() {
    CatalogueItem both = item("cleo", new Link("actor", VARDA, 1), DIRECTED);

    assertThat(strongest(item("vagabond", DIRECTED), both)).matches(GraphPath::isOneRelation);
  }

  @Test
  void ofEquallyStrongPathsTheFirstLikedItemIsTold() {
    CatalogueItem vagabond = item("vagabond", DIRECTED);
    CatalogueItem cleo = item("cleo", DIRECTED);
    CatalogueItem jules = item("jules", DIRECTED);

    assertThat(strongest(vagabond, jules, cleo).from()).isEqualTo(jules);
    assertThat(strongest(vagabond, cleo, jules).from()).isEqualTo(cleo);
  }

  @Test
  void aStrongerPathFromALaterItemIsTold() {
    CatalogueItem jules = item("jules", FRENCH);
    CatalogueItem cleo = item("cleo", DIRECTED);

    assertThat(strongest(item("vagabond", DIRECTED, FRENCH), jules, cleo).from()).isEqualTo(cleo);
  }

  @Test
  void nothingSharedIsNoPathAndAnItemIsNoReasonForItself() {
    CatalogueItem cleo = item("cleo", DIRECTED);

    assertThat(paths.strongest(List.of(cleo), item("vagabond", FRENCH))).isEmpty();
    assertThat(paths.strongest(List.of(cleo), cleo)).isEmpty();
    assertThat(paths.strongest(List.of(), cleo)).isEmpty();
  }

  @Property
  void aPathWalksRealEdgesFromALikedItemAndTheOrderOfEdgesDoesNotMatter(
      @ForAll("links") List<Link> ofCleo,
      @ForAll("links") List<Link> ofJules,
      @ForAll("links") List<Link> ofOther) {
    List<CatalogueItem> liked = List.of(item("cleo", ofCleo), item("jules", ofJules));

    Optional<GraphPath> found = paths.strongest(liked, item("vagabond", ofOther));

    found.ifPresent(
        path -> {
          List<Step> steps = path.steps();
          assertThat(liked).contains(path.from());
          assertThat(steps.getFirst().from()).isEqualTo(EntityId.of(path.from().id()));
          assertThat(path.from().links())
              .anyMatch(link -> isOn(link, steps.getFirst(), middle(path)));
          assertThat(steps.getLast().to()).isEqualTo(VAGABOND);
          assertThat(steps.size() == 1 || steps.getLast().from().equals(middle(path))).isTrue();
          assertThat(ofOther)
              .matches(
                  links ->
                      steps.size() == 1
                          || links.stream()
                              .anyMatch(link -> isOn(link, steps.getLast(), middle(path))));
        });
    assertThat(
            paths
                .strongest(
                    List.of(item("cleo", ofCleo.reversed()), item("jules", ofJules.reversed())),
                    item("vagabond", ofOther.reversed()))
                .map(GraphPath::steps))
        .isEqualTo(found.map(GraphPath::steps));
  }

  private static boolean isOn(Link link, Step step, EntityId entity) {
    return link.entity().equals(entity) && link.relation().equals(step.relation());
  }

  @Provide
  Arbitrary<List<Link>> links() {
    return Combinators.combine(
            Arbitraries.of("director", "actor", "about"),
            Arbitraries.of(VARDA, FRANCE, new EntityId("genre:drama"), VAGABOND),
            Arbitraries.of(.5f, 1f))
        .as(Link::new)
        .list()
        .uniqueElements()
        .ofMaxSize(8);
  }

  private GraphPath strongest(CatalogueItem other, CatalogueItem... liked) {
    return paths.strongest(List.of(liked), other).orElseThrow();
  }

  private static EntityId middle(GraphPath path) {
    return path.steps().getFirst().to();
  }

  private static CatalogueItem item(String id, Link... links) {
    return item(id, List.of(links));
  }

  private static CatalogueItem item(String id, List<Link> links) {
    return new CatalogueItem(new ItemId(id), id, true, Map.of(), links);
  }
}
