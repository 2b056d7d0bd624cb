package io.lorecast.ranking;

import io.lorecast.learning.RelationWeights;
import io.lorecast.ranking.GraphTies.Ties;
import java.util.Arrays;
import java.util.List;

/**
 * What a user attends to in the graph: the part of the knowledge term that follows single edges.
 *
 * <pre>
 *   a(e)   = rarity(e) * sum over k of c_k v(j_k,e)                 liked j_0, the newest, j_1 ...
 *   k(u,i) = sum over the edges (i, r, e) of unit * w_r * v(i,r,e) * a(e)
 *   c_k    = recency^k / sqrt(sum over k of recency^2k)
 * </pre>
 *
 * <p>v is what an edge counts, see {@link GraphTies}; v(j,e) the sum of it over the relations. So
 * an entity counts by how often the user met it in what they like lately and by how rare it is, a
 * relation by its learned weight w_r. Hubs get no attention: the principal components of the graph
 * feature hold what many items share.
 *
 * <p>With two hops, attention goes on to the other entities of the items reached,
 *
 * <pre>
 *   a2(e) = fade * rarity(e) * mean over the items i of e of v(i,e) * k(u,i)
 * </pre>
 *
 * <p>and a + a2 is what counts. Both are sums over the likes.
 *
 * <p>It is what the sources train networks for, with what is counted in place of products of
 * embeddings, so a like and a change of the graph count at once: "RippleNet: Propagating User
 * Preferences on the Knowledge Graph for Recommender Systems", CIKM 2018,
 * doi:10.1145/3269206.3271739, equations 4 and 5; "Knowledge Graph Convolutional Networks for
 * Recommender Systems", WWW 2019, doi:10.1145/3308558.3313417, equations 1 to 3.
 *
 * <p>O(edges of the likes + edges of the entities attended to) for all items; with two hops, also
 * the edges of the items reached. Belongs to one ranking.
 */
final class GraphAttention {

  /** What the second hop counts against the first. */
  private static final float FADE = .5f;

  /** Brings what a relation says to the size of the other terms, so that it learns as fast. */
  private static final float UNIT = 50;

  private final GraphTies ties;
  private final float[] weights;
  private final float[] factors;

  /** a, by the number of the entity; 0 of all that are not {@link #touched}. */
  private final float[] byEntity;

  private int[] touched = new int[64];
  private int count;

  private GraphAttention(GraphTies ties, float[] weights, float[] factors) {
    this.ties = ties;
    this.weights = weights;
    this.factors = factors;
    this.byEntity = new float[ties.numbers()];
  }

  /**
   * Returns the attention of a user who liked the items in {@code slots}, newest first.
   *
   * @param recency what each newer like leaves of an older one's weight, in (0, 1]
   * @param hops 1 or 2
   */
  static GraphAttention of(
      GraphTies ties, int[] slots, double recency, int hops, RelationWeights weights) {
    List<String> relations = ties.relations();
    float[] numbered = new float[relations.size()];
    for (int r = 0; r < numbered.length; r++) {
      numbered[r] = UNIT * weights.weight(relations.get(r));
    }
    GraphAttention attention = new GraphAttention(ties, numbered, factors(slots.length, recency));
    for (int k = 0; k < slots.length; k++) {
      attention.add(slots[k], attention.factors[k]);
    }
    attention.damp();
    if (hops > 1 && slots.length > 0) {
      attention.spread();
    }
    return attention;
  }

  private static float[] factors(int likes, double recency) {
    float[] factors = new float[likes];
    double decay = scale(likes, recency);
    for (int k = 0; k < likes; k++) {
      factors[k] = (float) decay;
      decay *= recency;
    }
    return factors;
  }

  /** Returns 1 / sqrt(sum over k of recency^2k), k below {@code likes}; 1 without likes. */
  static double scale(int likes, double recency) {
    double squares = 0;
    double decay = 1;
    for (int k = 0; k < likes; k++) {
      squares += decay * decay;
      decay *= recency;
    }
    return squares > 0 ? 1 / Math.sqrt(squares) : 1;
  }

  private void add(int slot, float share) {
    Ties own = ties.of(slot);
    for (int i = 0; i < own.count(); i++) {
      if (ties.tells(own.ends()[i])) {
        add(own.ends()[i], share * own.values()[i]);
      }
    }
  }

  private void add(EntityItems end, float share) {
    if (byEntity[end.number] == 0) {
      touched = count < touched.length ? touched : Arrays.copyOf(touched, 2 * count);
      touched[count++] = end.number;
    }
    byEntity[end.number] += share;
  }

  private float of(EntityItems end) {
    return end.number == EntityItems.UNSHARED ? 0 : byEntity[end.number];
  }

  private void damp() {
    for (int t = 0; t < count; t++) {
      byEntity[touched[t]] *= ties.rarity(ties.end(touched[t]));
    }
  }

  private void spread() {
    float[] reached = new float[ties.slots()];
    addScores(FADE, reached);
    GraphAttention second = new GraphAttention(ties, weights, factors);
    for (int slot = 0; slot < reached.length; slot++) {
      if (reached[slot] > 0) {
        second.add(slot, reached[slot]);
      }
    }
    second.damp();
    for (int t = 0; t < second.count; t++) {
      EntityItems end = ties.end(second.touched[t]);
      add(end, second.byEntity[end.number] / end.count());
    }
  }

  /** Adds {@code weight} times k(u,i) of every item to {@code scores}, shape [slots]. */
  void addScores(float weight, float[] scores) {
    for (int t = 0; t < count; t++) {
      ties.end(touched[t]).addTo(scores, weight * byEntity[touched[t]], weights);
    }
  }

  /** Returns k(u,i) of the item in {@code slot}. */
  float term(int slot) {
    Ties own = ties.of(slot);
    float sum = 0;
    for (int i = 0; i < own.count(); i++) {
      sum += weights[own.relations()[i]] * own.values()[i] * of(own.ends()[i]);
    }
    return sum;
  }

  /** Adds what each relation says of an item before its weight to {@code target[offset..]}. */
  void addRelations(int slot, float[] target, int offset) {
    Ties own = ties.of(slot);
    for (int i = 0; i < own.count(); i++) {
      target[offset + own.relations()[i]] += UNIT * own.values()[i] * of(own.ends()[i]);
    }
  }

  /** Returns what like {@code k}, of the item in {@code from}, adds to k(u,i) by the first hop. */
  float share(int k, int from, int slot) {
    return k < factors.length ? factors[k] * between(from, slot) : 0;
  }

  private float between(int from, int to) {
    Ties liked = ties.of(from);
    Ties other = ties.of(to);
    float sum = 0;
    for (int a = 0; a < liked.count(); a++) {
      EntityItems end = liked.ends()[a];
      for (int i = 0; ties.tells(end) && i < other.count(); i++) {
        if (other.ends()[i].number == end.number) {
          float tie = weights[other.relations()[i]] * other.values()[i];
          sum += liked.values()[a] * tie * ties.rarity(end);
        }
      }
    }
    return sum;
  }
}
