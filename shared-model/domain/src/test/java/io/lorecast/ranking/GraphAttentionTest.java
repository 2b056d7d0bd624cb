package io.lorecast.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.learning.RelationWeights;
import io.lorecast.model.EntityId;
import io.lorecast.ranking.CatalogueItem.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GraphAttentionTest {

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;
  private static final int D = 3;
  private static final double RECENCY = .5;

  /** What a relation says is multiplied by 50; these weights undo it. */
  private static final RelationWeights ONE =
      new RelationWeights(Map.of("director", .02f, "actor", .02f, "sequel", .02f, "country", .02f));

  private final GraphTies ties = new GraphTies();

  /** Of four items A and B share a director, B and C an actor. */
  private void fill() {
    put(A, link("director", "person:X"));
    put(B, link("director", "person:X"), link("actor", "person:Y"));
    put(C, link("actor", "person:Y"), link("actor", "person:Z"));
    put(D);
  }

  @Test
  void whatSharesARareEntityWithALikeIsAttendedTo() {
    fill();

    GraphAttention attention = attention(1, ONE, A);

    // Two of four items have X: rarity 1 - ln 2 / ln 4 = .5. B has two entities: 1 / sqrt 2 each.
    assertThat((double) attention.term(B)).isEqualTo(.5 * Math.sqrt(.5), within(1e-6));
    assertThat(attention.term(C)).isZero();
    assertThat(attention.term(D)).isZero();
  }

  @Test
  void aRelationCountsByItsWeightAndSharesItAmongItsEdges() {
    fill();
    RelationWeights weights = new RelationWeights(Map.of("director", .2f / 50, "actor", 3f / 50));

    GraphAttention attention = attention(1, weights, C, A);

    // The newest like comes first: c = 1 and .5, over sqrt(1 + .25). Y counts 1 / sqrt 2 for C,
    // which has two actors, and for B, which has two entities: 3 * .5 * .5; X, 1 for A:
    // .2 * .5 * .5 / sqrt 2.
    assertThat((double) attention.term(B))
        .isEqualTo((.75 + .05 * Math.sqrt(.5)) / Math.sqrt(1.25), within(1e-6));
  }

  @Test
  void theSecondHopGoesOnFromTheItemsReached() {
    fill();

    GraphAttention attention = attention(2, ONE, A);

    // Half of what reaches A, .5, and B, .5 / sqrt 2, goes on. X: .5 * (.25 + .125) / 2 items
    // = .09375 more; Y: .5 * .125 / 2 items = .03125. B and C have both, or one, by 1 / sqrt 2.
    assertThat((double) attention.term(B))
        .isEqualTo((.5 + .09375 + .03125) * Math.sqrt(.5), within(1e-6));
    assertThat((double) attention.term(C)).isEqualTo(.03125 * Math.sqrt(.5), within(1e-6));
  }

  @Test
  void anEdgeBetweenTwoItemsLeadsFromOneToTheOther() {
    put(A, link("sequel", "item:1"));
    put(B, link("sequel", "item:0"));
    put(C);
    put(D);

    // Both have both as entities, by 1 / sqrt 2, each of two items in four: 2 * .5 * .5.
    assertThat(attention(1, ONE, A).term(B)).isEqualTo(.5f, within(1e-6f));
  }

  @Test
  void aHubGetsNoAttention() {
    for (int slot = 0; slot < 21; slot++) {
      put(slot, slot < 11 ? new Link[] {link("country", "country:F")} : new Link[0]);
    }

    assertThat(attention(1, ONE, A).term(B)).isZero();
    ties.remove(10);
    // Now ten items of twenty have it: 1 - ln 10 / ln 20.
    assertThat(attention(1, ONE, A).term(B)).isEqualTo(.231378f, within(1e-6f));
  }

  @Property(tries = 100)
  void changesLeaveWhatAFreshGraphWouldHave(@ForAll long seed) {
    Random random = new Random(seed);
    GraphTies changed = new GraphTies();
    Map<Integer, List<Link>> known = new HashMap<>();
    for (int change = 0; change < 60; change++) {
      int slot = random.nextInt(12);
      if (random.nextInt(4) == 0) {
        changed.remove(slot);
        known.remove(slot);
      } else {
        known.put(slot, links(random));
        changed.put(slot, item(slot), known.get(slot));
      }
    }
    GraphTies fresh = new GraphTies();
    known.forEach((slot, links) -> fresh.put(slot, item(slot), links));
    int[] liked = known.keySet().stream().mapToInt(slot -> slot).limit(3).toArray();

    for (int hops = 1; hops <= 2; hops++) {
      GraphAttention attention = of(changed, hops, liked);
      GraphAttention expected = of(fresh, hops, liked);
      float[] scores = new float[changed.slots()];
      attention.addScores(2, scores);
      for (int slot : known.keySet()) {
        assertThat(attention.term(slot)).isEqualTo(expected.term(slot), within(1e-5f));
        assertThat(scores[slot]).isEqualTo(2 * attention.term(slot), within(1e-5f));
      }
    }
  }

  @Property(tries = 100)
  void theRelationsAndTheLikesAddUp(@ForAll long seed) {
    Random random = new Random(seed);
    GraphTies changed = new GraphTies();
    for (int slot = 0; slot < 8; slot++) {
      changed.put(slot, item(slot), links(random));
    }
    int[] liked = {4, 2, 7};

    GraphAttention attention = of(changed, 1, liked);

    for (int slot = 0; slot < 8; slot++) {
      float[] relations = new float[changed.relations().size()];
      attention.addRelations(slot, relations, 0);
      double weighted = 0;
      for (int r = 0; r < relations.length; r++) {
        weighted += weights().weight(changed.relations().get(r)) * relations[r];
      }
      double likes = 0;
      for (int k = 0; k < liked.length; k++) {
        likes += attention.share(k, liked[k], slot);
      }
      assertThat((double) attention.term(slot)).isEqualTo(weighted, Explained.rounding(weighted));
      assertThat((double) attention.term(slot)).isEqualTo(likes, Explained.rounding(likes));
    }
  }

  private static List<Link> links(Random random) {
    List<Link> links = new ArrayList<>();
    for (int edge = random.nextInt(5); edge > 0; edge--) {
      EntityId entity =
          random.nextInt(4) == 0
              ? item(random.nextInt(12))
              : EntityId.of("e", "" + random.nextInt(6));
      links.add(new Link("r" + random.nextInt(3), entity, 1 - random.nextFloat() / 2));
    }
    return links;
  }

  private static RelationWeights weights() {
    return new RelationWeights(Map.of("r0", .006f, "r1", .04f, "r2", .02f));
  }

  private static GraphAttention of(GraphTies ties, int hops, int... liked) {
    return GraphAttention.of(ties, liked, RECENCY, hops, weights());
  }

  private GraphAttention attention(int hops, RelationWeights weights, int... liked) {
    return GraphAttention.of(ties, liked, RECENCY, hops, weights);
  }

  private void put(int slot, Link... links) {
    ties.put(slot, item(slot), List.of(links));
  }

  private static EntityId item(int slot) {
    return new EntityId("item:" + slot);
  }

  private static Link link(String relation, String entity) {
    return new Link(relation, new EntityId(entity), 1);
  }
}
