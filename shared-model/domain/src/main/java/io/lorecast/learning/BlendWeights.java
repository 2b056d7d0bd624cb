package io.lorecast.learning;

import java.util.Arrays;

/**
 * The weights of the score's terms, one row for each bucket of users by how many likes they have
 * given: fewer than 3, 3 to 29, 30 and more; and those of the graph's relations. Immutable, finite,
 * never negative.
 */
public final class BlendWeights {

  /** How many buckets of users there are. */
  public static final int BUCKETS = 3;

  private static final int KNOWN_FROM = 3;
  private static final int WELL_KNOWN_FROM = 30;
  private static final float[] START = {
    1.1f, 1.2f, .7f, .6f, .7f, .5f, .4f, 1, //
    1.2f, 1.1f, 1.0f, .85f, .1f, .05f, .4f, 1, //
    1.2f, 1.1f, 1.0f, .85f, .1f, .05f, .4f, 1
  };

  private static final float[] SIMILARITY = {.5f, .25f, 2, 2, 0, 0, 0, 0};

  private final float[] values;
  private final RelationWeights relations;

  private BlendWeights(float[] values, RelationWeights relations) {
    this.values = values;
    this.relations = relations;
  }

  /** Returns the weights before anything has been learned. */
  public static BlendWeights start() {
    return new BlendWeights(START.clone(), RelationWeights.start());
  }

  /**
   * Returns the weights by which items are like one another: mostly what is known of them, with
   * what users do to choose among equals, and no popularity.
   */
  public static BlendWeights similarity() {
    float[] values = new float[START.length];
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      System.arraycopy(SIMILARITY, 0, values, bucket * Term.WEIGHTED, Term.WEIGHTED);
    }
    return new BlendWeights(values, RelationWeights.start());
  }

  /**
   * Returns the weights {@code values}, shape [{@link #BUCKETS}, {@link Term#WEIGHTED}], flat.
   *
   * @throws IllegalArgumentException if the length differs or a value is negative or not finite
   */
  public static BlendWeights of(float... values) {
    if (values.length != START.length) {
      throw new IllegalArgumentException(
          "must be " + START.length + " weights, were " + values.length);
    }
    for (float value : values) {
      if (!(value >= 0 && Float.isFinite(value))) {
        throw new IllegalArgumentException("a weight must be finite and not negative: " + value);
      }
    }
    return new BlendWeights(values.clone(), RelationWeights.start());
  }

  /**
   * Returns the weights that were stored as {@code values}, maybe before the last terms were known:
   * shape [{@link #BUCKETS}, terms], flat. What is missing is as in {@link #start}.
   *
   * @throws IllegalArgumentException if they are no whole terms or more than are known, or a value
   *     is negative or not finite
   */
  public static BlendWeights stored(float... values) {
    int terms = values.length / BUCKETS;
    if (values.length % BUCKETS != 0 || terms < 1 || terms > Term.WEIGHTED) {
      throw new IllegalArgumentException(
          "must be %d weights for each of 1 to %d terms, were %d"
              .formatted(BUCKETS, Term.WEIGHTED, values.length));
    }
    float[] all = START.clone();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      System.arraycopy(values, bucket * terms, all, bucket * Term.WEIGHTED, terms);
    }
    return of(all);
  }

  /** Returns these weights of the terms with {@code others} of the relations. */
  public BlendWeights with(RelationWeights others) {
    return new BlendWeights(values, others);
  }

  /** Returns the weights of the graph's relations within the knowledge term. */
  public RelationWeights relations() {
    return relations;
  }

  /** Returns the bucket of a user who has given {@code likes} likes. */
  public static int bucket(int likes) {
    return likes < KNOWN_FROM ? 0 : likes < WELL_KNOWN_FROM ? 1 : 2;
  }

  /** Returns the weight of {@code term} for users of {@code bucket}; 1 if none is learned. */
  public float weight(int bucket, Term term) {
    return term.isWeighted() ? values[bucket * Term.WEIGHTED + term.index()] : 1;
  }

  /** Returns a copy, shape [{@link #BUCKETS}, {@link Term#WEIGHTED}], flat. */
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlendWeights that
        && Arrays.equals(values, that.values)
        && relations.equals(that.relations);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + relations.hashCode();
  }

  @Override
  public String toString() {
    return "BlendWeights" + Arrays.toString(values) + relations.values();
  }
}
