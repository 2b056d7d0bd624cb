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

  /** What a relation says is multiplied by 6; these weights undo it. */
  private static final RelationWeights ONE =
      new RelationWeights(
          Map.of("director", 1f / 6, "actor", 1f / 6, "sequel", 1f / 6, "country", 1f / 6));

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

    // Two of four items have X: rarity 1 - ln 2 / ln 4 = .5.
    assertThat(attention.term(B)).isEqualTo(.5f, within(1e-6f));
    assertThat(attention.term(C)).isZero();
    assertThat(attention.term(D)).isZero();
  }

  @Test
  void aRelationCountsByItsWeightAndSharesItAmongItsEdges() {
    fill();
    RelationWeights weights = new RelationWeights(Map.of("director", .2f / 6, "actor", 3f / 6));

    // The newest like comes first: c = 1 and .5, over sqrt(1 + .25). Y: .5 * (1 / sqrt 2) of C.
    GraphAttention attention = attention(1, weights, C, A);
    double length = Math.sqrt(1.25);
    assertThat((double) attention.term(B))
        .isEqualTo(3 * .5 * Math.sqrt(.5) / length + .2 * .5 * .5 / length, within(1e-6));
  }

  @Test
  void theSecondHopGoesOnFromTheItemsReached() {
    fill();

    GraphAttention attention = attention(2, ONE, A);

    // A and B are reached by .5, half of which goes on. X: .5 * (.25 + .25) / 2 items = .125 more;
    // Y: .5 * .25 / 2 items = .0625. B has both, C one actor of two.
    assertThat(attention.term(B)).isEqualTo(.625f + .0625f, within(1e-6f));
    assertThat((double) attention.term(C)).isEqualTo(.0625 * Math.sqrt(.5), within(1e-6));
  }

  @Test
  void anEdgeBetweenTwoItemsLeadsFromOneToTheOther() {
    put(A, link("sequel", "item:1"));
    put(B, link("sequel", "item:0"));
    put(C);
    put(D);

    // Both have both as entities, each of two items in four.
    assertThat(attention(1, ONE, A).term(B)).isEqualTo(1, within(1e-6f));
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
      assertThat((double) attention.term(slot)).isEqualTo(weighted, within(1e-5));
      assertThat((double) attention.term(slot)).isEqualTo(likes, within(1e-5));
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
    return new RelationWeights(Map.of("r0", .3f, "r1", 2f));
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
