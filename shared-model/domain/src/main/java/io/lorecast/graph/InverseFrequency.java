package io.lorecast.graph;

/**
 * How much an entity says about the items around it: the rarer, the more.
 *
 * <pre>
 *   idf(e) = ln(1 + scale / degree(e))
 * </pre>
 *
 * <p>Departs from the source in that {@code scale} is a constant of the order of the number of
 * items, not their number itself: the number changes with every item, and every vector of the
 * catalogue would have to change with it. Only ratios matter to the readers, and those hardly
 * depend on the scale.
 *
 * <p>Pure. Source: "A statistical interpretation of term specificity and its application in
 * retrieval", Journal of Documentation 28(1), 1972, doi:10.1108/eb026526.
 *
 * @param scale about how many items the catalogue has, at least 1
 */
public record InverseFrequency(double scale) {

  public InverseFrequency {
    if (!(scale >= 1) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException("scale must be at least 1 and finite, was " + scale);
    }
  }

  /** Returns the idf of an entity with {@code degree} edges, above 0; a degree of 0 counts as 1. */
  public double of(long degree) {
    return Math.log1p(scale / Math.max(1, degree));
  }
}
