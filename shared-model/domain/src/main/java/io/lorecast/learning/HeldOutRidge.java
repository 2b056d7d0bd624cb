package io.lorecast.learning;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.vector.Cholesky;
import io.lorecast.vector.Embedding;
import java.util.ArrayList;
import java.util.List;

/** How much of the behaviour factors of items the contents of other items foretell. */
final class HeldOutRidge {

  /** Every fifth item is held out. */
  private static final int HELD_OUT = 5;

  private final List<FusionExample> examples;
  private final double ridge;

  HeldOutRidge(List<FusionExample> examples, double ridge) {
    this.examples = List.copyOf(examples);
    this.ridge = ridge;
  }

  /** Returns the share of the held-out items' factors that is foretold, at most 1. */
  double explained(ContentSpace space) {
    double[][] contents = contents(space);
    List<Integer> known = new ArrayList<>();
    List<Integer> heldOut = new ArrayList<>();
    for (int i = 0; i < contents.length; i++) {
      (i % HELD_OUT == HELD_OUT - 1 ? heldOut : known).add(i);
    }
    double[][] alpha = solve(contents, known);
    double missed = 0;
    double all = 0;
    for (int item : heldOut) {
      double[] likeness = new double[known.size()];
      for (int j = 0; j < likeness.length; j++) {
        likeness[j] = dot(contents[item], contents[known.get(j)]);
      }
      double[] factors = direction(examples.get(item).factors());
      for (int c = 0; c < factors.length; c++) {
        double error = factors[c] - dot(likeness, alpha[c]);
        missed += error * error;
        all += factors[c] * factors[c];
      }
    }
    return 1 - missed / all;
  }

  /** Returns (G + lambda I)^-1 Q, a row for each factor. */
  private double[][] solve(double[][] contents, List<Integer> known) {
    int n = known.size();
    double[] gram = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double value = dot(contents[known.get(i)], contents[known.get(j)]);
        gram[i * n + j] = value;
        gram[j * n + i] = value;
      }
      gram[i * n + i] += ridge;
    }
    Cholesky cholesky = Cholesky.inPlace(gram, n);
    double[][] alpha = new double[examples.getFirst().factors().length][n];
    for (int i = 0; i < n; i++) {
      double[] factors = direction(examples.get(known.get(i)).factors());
      for (int c = 0; c < factors.length; c++) {
        alpha[c][i] = factors[c];
      }
    }
    for (double[] row : alpha) {
      cholesky.solve(row, 0);
    }
    return alpha;
  }

  /** Returns the contents centred block by block and scaled to length 1, as features are. */
  private double[][] contents(ContentSpace space) {
    ContentBlocks blocks = ContentBlocks.of(space);
    List<Embedding> raw =
        examples.stream()
            .map(
                example ->
                    space
                        .fuse(example.views())
                        .orElseGet(() -> Embedding.of(new float[space.dimension()])))
            .toList();
    double[] mean = blocks.mean(raw);
    double[][] contents = new double[raw.size()][space.dimension()];
    for (int i = 0; i < contents.length; i++) {
      blocks.centre(raw.get(i), mean, contents[i]);
      contents[i] = direction(contents[i]);
    }
    return contents;
  }

  private static double[] direction(double[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    double[] unit = vector.clone();
    if (length > 0) {
      for (int d = 0; d < unit.length; d++) {
        unit[d] /= length;
      }
    }
    return unit;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
