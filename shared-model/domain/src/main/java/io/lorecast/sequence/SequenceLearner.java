package io.lorecast.sequence;

import io.lorecast.learning.Signal;
import io.lorecast.model.ItemId;
import io.lorecast.vector.VectorMath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Learns what is liked after what. A user who did a_1, a_2, ... (the newest first) and before it
 * nothing likes item i with the score
 *
 * <pre>
 *   P·v_i + b_i,   P = sum_k recency^k * y[a_k, liked or not] + recency^n * y[beginning]
 * </pre>
 *
 * and each like is a step down the gradient of -log softmax of its item's score among items drawn
 * evenly from those not in P. Steps are AdaGrad's, with one sum of squares for a whole vector: a
 * 64th of the state, and no worse. The beginning stands for those who have done little: what is
 * liked first is not what is liked most.
 *
 * <p>Sources: the summed history of "Improving Collaborative Filtering with Latent Factor Models"
 * (SVD++), KDD 2008, doi:10.1145/1401890.1401944, equation 15, here decayed and without a user of
 * its own; "On Using Very Large Target Vocabulary for Neural Machine Translation", ACL 2015,
 * doi:10.3115/v1/P15-1001, section 3, for the sampled softmax; "Adaptive Subgradient Methods", JMLR
 * 12, 2011, algorithm 1, for AdaGrad.
 *
 * <p>Mutable; belongs to one thread, and there must be one only: concurrent learners cost what the
 * term gains. The same examples in the same order give the same rows.
 */
public final class SequenceLearner {

  private static final int K = SequenceRow.K;

  /** Draws before giving up on a user who has met nearly everything. */
  private static final int DRAWS_A_NEGATIVE = 10;

  private final SequenceSettings settings;
  private final Map<ItemId, float[]> rows = new HashMap<>();
  private final float[] start;
  private final Set<ItemId> changed = new HashSet<>();

  /** Creates a learner that goes on from {@code model}. */
  public SequenceLearner(SequenceSettings settings, SequenceModel model) {
    this.settings = settings;
    this.start = model.start().clone();
    model.rows().forEach((item, row) -> rows.put(item, row.clone()));
  }

  /**
   * Learns from one like.
   *
   * @param pool the items to draw from, in a stable order
   * @return false, and nothing changes, if nothing in the pool is new to the user or a score is not
   *     finite
   */
  public boolean learn(SequenceExample example, List<ItemId> pool) {
    List<ItemId> candidates = candidates(example, pool);
    float[] query = query(example);
    float[][] targets = candidates.stream().map(this::row).toArray(float[][]::new);
    double[] shares = shares(query, targets);
    if (targets.length < 2 || !Double.isFinite(shares[0])) {
      return false;
    }
    float[] gradient = new float[K];
    for (int c = 0; c < targets.length; c++) {
      float share = (float) (shares[c] - (c == 0 ? 1 : 0));
      for (int d = 0; d < K; d++) {
        gradient[d] += share * targets[c][d];
      }
      SequenceRow.step(targets[c], SequenceRow.TARGET, share, query, settings);
      SequenceRow.stepBias(targets[c], share, settings);
    }
    changed.addAll(candidates);
    learnHistory(example, gradient);
    return true;
  }

  /** Returns the rows that changed since the last call, which is now. */
  public SequenceModel takeChanged() {
    Map<ItemId, float[]> taken = new HashMap<>();
    changed.forEach(item -> taken.put(item, row(item).clone()));
    changed.clear();
    return new SequenceModel(taken, start.clone());
  }

  /** Returns all rows. */
  public SequenceModel model() {
    Map<ItemId, float[]> all = new HashMap<>();
    rows.forEach((item, row) -> all.put(item, row.clone()));
    return new SequenceModel(all, start.clone());
  }

  /** Returns the liked item, then those drawn against it. */
  private List<ItemId> candidates(SequenceExample example, List<ItemId> pool) {
    Set<ItemId> barred = new HashSet<>();
    example.before().forEach(step -> barred.add(step.item()));
    barred.add(example.liked());
    // Seeded by the like, so that a round that is repeated draws the same items.
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom")
            .create(settings.seed() + example.name().hashCode());
    List<ItemId> drawn = new ArrayList<>(settings.negatives() + 1);
    drawn.add(example.liked());
    int draws = pool.isEmpty() ? 0 : DRAWS_A_NEGATIVE * settings.negatives();
    for (int draw = 0; draw < draws && drawn.size() <= settings.negatives(); draw++) {
      ItemId item = pool.get(random.nextInt(pool.size()));
      if (!barred.contains(item)) {
        drawn.add(item);
      }
    }
    return drawn;
  }

  private float[] row(ItemId item) {
    return rows.computeIfAbsent(item, id -> SequenceRow.fresh(id.value(), settings));
  }

  private float[] query(SequenceExample example) {
    float[] query = new float[K];
    float weight = 1;
    for (SequenceExample.Step step : example.before()) {
      add(query, weight, row(step.item()), SequenceRow.after(step.signal()));
      weight *= SequenceExample.RECENCY;
    }
    if (example.fromStart()) {
      add(query, weight, start, SequenceRow.after(Signal.LIKED));
    }
    return query;
  }

  private void learnHistory(SequenceExample example, float[] gradient) {
    float weight = 1;
    for (SequenceExample.Step step : example.before()) {
      SequenceRow.step(
          row(step.item()), SequenceRow.after(step.signal()), weight, gradient, settings);
      changed.add(step.item());
      weight *= SequenceExample.RECENCY;
    }
    if (example.fromStart()) {
      SequenceRow.step(start, SequenceRow.after(Signal.LIKED), weight, gradient, settings);
    }
  }

  private static void add(float[] query, float weight, float[] row, int from) {
    for (int d = 0; d < K; d++) {
      query[d] += weight * row[from + d];
    }
  }

  /** Returns the softmax of the candidates' scores; NaN where any is not finite. */
  private static double[] shares(float[] query, float[][] targets) {
    double[] shares = new double[targets.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < shares.length; c++) {
      float[] row = targets[c];
      shares[c] = VectorMath.dot(query, 0, row, SequenceRow.TARGET, K) + row[SequenceRow.BIAS];
      highest = Math.max(highest, shares[c]);
    }
    double sum = 0;
    for (int c = 0; c < shares.length; c++) {
      shares[c] = Math.exp(shares[c] - highest);
      sum += shares[c];
    }
    for (int c = 0; c < shares.length; c++) {
      shares[c] /= sum;
    }
    return shares;
  }
}
