package io.lorecast.ranking;

import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.Signal;
import io.lorecast.model.ItemId;
import io.lorecast.sequence.SequenceExample;
import io.lorecast.sequence.SequenceModel;
import io.lorecast.sequence.SequenceRow;
import io.lorecast.vector.VectorMath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sequence term of every slot: its vector and its bias, less the mean bias, so that an item
 * that nothing has been learned of is neither favoured nor held back. Empty where nobody learns the
 * term. Not thread-safe.
 */
final class SequenceFeatures {

  private static final int K = SequenceRow.K;

  /** Of an item of which nothing has been learned. */
  private static final float[] NONE = new float[SequenceRow.SIZE];

  /** An event's share of the query, shape [K]; of the beginning where there is no step. */
  @SuppressWarnings("ArrayRecordComponent") // lives for one ranking
  record Share(Optional<SequenceExample.Step> step, float[] query) {}

  /**
   * A user as the term sees them.
   *
   * @param vector P, the sum of the shares, shape [K]; empty where nobody learns the term
   */
  @SuppressWarnings("ArrayRecordComponent") // lives for one ranking
  record Query(float[] vector, List<Share> shares) {

    boolean isEmpty() {
      return vector.length == 0;
    }
  }

  private final FeatureRows targets = new FeatureRows(K);
  private final FeatureColumns columns = new FeatureColumns(K);
  private SequenceModel model = SequenceModel.EMPTY;
  private float meanBias;
  private float[] biases = new float[0];

  boolean isEmpty() {
    return model.isEmpty();
  }

  /** Takes over {@code later}; every slot must then be {@link #set} again. */
  void update(SequenceModel later) {
    model = model.with(later);
    meanBias =
        (float)
            model.rows().values().stream()
                .mapToDouble(row -> row[SequenceRow.BIAS])
                .sorted() // a sum in one order, whatever the order of the map
                .average()
                .orElse(0);
  }

  void ensure(int slots) {
    if (biases.length < slots) {
      biases = java.util.Arrays.copyOf(biases, Math.max(slots, biases.length * 3 / 2));
    }
    targets.ensure(slots);
    columns.ensure(slots);
  }

  /** Sets {@code slot} to what is known of {@code item}. */
  void set(int slot, ItemId item) {
    float[] row = model.rows().get(item);
    float[] known = row == null ? NONE : row;
    targets.set(slot, known, SequenceRow.TARGET);
    columns.set(slot, known, SequenceRow.TARGET);
    biases[slot] = row == null ? 0 : row[SequenceRow.BIAS] - meanBias;
  }

  /** Returns the query of a user who did {@code entries}; its shares are newest first. */
  Query query(List<HistoryEntry> entries) {
    if (isEmpty()) {
      return new Query(new float[0], List.of());
    }
    List<Share> shares = new ArrayList<>();
    float weight = 1;
    for (SequenceExample.Step step : SequenceExample.steps(entries)) {
      if (model.rows().containsKey(step.item())) {
        shares.add(share(step, weight));
      }
      weight *= SequenceExample.RECENCY;
    }
    if (SequenceExample.isFromStart(entries)) {
      shares.add(beginning(weight));
    }
    float[] vector = new float[K];
    shares.forEach(share -> VectorMath.addScaled(vector, 1, share.query()));
    return new Query(vector, shares);
  }

  /** Returns the share of one event, 0 where nothing has been learned of its item. */
  Share share(SequenceExample.Step step, float weight) {
    float[] row = model.rows().get(step.item());
    float[] query =
        row == null ? new float[K] : scaled(row, SequenceRow.after(step.signal()), weight);
    return new Share(Optional.of(step), query);
  }

  /** Returns the share of the beginning. */
  Share beginning(float weight) {
    int from = SequenceRow.after(Signal.LIKED);
    return new Share(Optional.empty(), scaled(model.start(), from, weight));
  }

  private static float[] scaled(float[] row, int from, float weight) {
    float[] vector = new float[K];
    for (int d = 0; d < K; d++) {
      vector[d] = weight * row[from + d];
    }
    return vector;
  }

  /** Returns the term of one slot before its weight. */
  float term(int slot, Query query) {
    return query.isEmpty() ? 0 : targets.dot(slot, 0, K, query.vector(), 0) + biases[slot];
  }

  /** Returns what one event's share adds to the term of one slot. */
  float amount(int slot, Share share) {
    return isEmpty() ? 0 : targets.dot(slot, 0, K, share.query(), 0);
  }

  /** Returns what the term of one slot is whatever the user did. */
  float bias(int slot) {
    return isEmpty() ? 0 : biases[slot];
  }

  /** Adds {@code weight} times the term to {@code scores}, shape [slots]. */
  void addScores(Query query, float weight, float[] scores) {
    if (query.isEmpty()) {
      return;
    }
    float[] weighted = new float[K];
    for (int d = 0; d < K; d++) {
      weighted[d] = weight * query.vector()[d];
    }
    columns.addScores(weighted, 0, scores);
    for (int slot = 0; slot < scores.length; slot++) {
      scores[slot] += weight * biases[slot];
    }
  }
}
