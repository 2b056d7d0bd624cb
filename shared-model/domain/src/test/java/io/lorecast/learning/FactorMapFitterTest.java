package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FactorMapFitterTest {

  private static final int K = 2;
  private static final int CONTENT = 4;
  private static final int ENTITIES = 40;
  private static final int FEATURES = CONTENT + ENTITIES;

  private double chosen;
  private double explained;

  @Test
  void whatIsForetoldExactlyIsHeldBackLeast() {
    fit(rows(200, 0));

    assertThat(chosen).isEqualTo(.125);
    assertThat(explained).isGreaterThan(.99);
  }

  @Test
  void noiseIsHeldBackMore() {
    fit(rows(200, 1));
    double little = chosen;
    fit(rows(200, 6));

    assertThat(chosen).isGreaterThan(little).isGreaterThanOrEqualTo(8);
    assertThat(explained).isLessThan(.5);
  }

  @Test
  void errorsThatNoUserWouldSeeDoNotCount() {
    // The second factor is noise alone, but no user has any of it: only the first one chooses.
    List<SparseRidge.Row> rows = new ArrayList<>();
    Random random = new Random(3);
    for (SparseRidge.Row row : rows(200, 0)) {
      double[] target = {row.target()[0], 50 * random.nextGaussian()};
      rows.add(new SparseRidge.Row(row.content(), row.entities(), target, row.weight()));
    }

    fit(rows, new double[] {1, 0, 0, 0});
    assertThat(chosen).isEqualTo(.125);

    fit(rows, new double[] {1, 0, 0, 1});
    assertThat(chosen).isGreaterThanOrEqualTo(8);
  }

  @Test
  void anErrorThatAllItemsShareDoesNotCount() {
    List<SparseRidge.Row> rows =
        rows(200, 0).stream()
            .map(
                row ->
                    new SparseRidge.Row(
                        row.content(),
                        row.entities(),
                        new double[] {row.target()[0] + 2, row.target()[1] + 2},
                        row.weight()))
            .toList();

    fit(rows);

    // No feature foretells the 2, whose squares are 8 beside 6 of the rest.
    assertThat(explained).isGreaterThan(.9);
  }

  @Test
  void entitiesWeighMoreWhereTheySayWhatIsLikedAndLessWhereTheyAreNoise() {
    float usual = FitSettings.defaults().entityScale();
    double[] said = new Random(7).doubles(ENTITIES, -30, 30).toArray();

    assertThat(fit(withEntities(said)).entityScale()).isGreaterThan(usual);
    assertThat(fit(withEntities(new double[ENTITIES])).entityScale()).isLessThan(usual);
  }

  /** Rows of fifteen entities each, which add what each says to the first target. */
  private static List<SparseRidge.Row> withEntities(double[] said) {
    Random random = new Random(6);
    return rows(200, 1).stream()
        .map(
            row -> {
              int[] entities = random.ints(0, ENTITIES).distinct().limit(15).toArray();
              double sum = row.target()[0];
              for (int entity : entities) {
                sum += said[entity];
              }
              double[] target = {sum, row.target()[1]};
              return new SparseRidge.Row(row.content(), entities, target, row.weight());
            })
        .toList();
  }

  @Test
  void fromAFewItemsNothingIsChosen() {
    FactorMap map = fit(rows(20, 0));

    assertThat(explained).isNaN();
    assertThat(map.matrix()).hasSize(FEATURES * K);
  }

  private FactorMap fit(List<SparseRidge.Row> rows) {
    return fit(rows, new double[] {1, 0, 0, 1});
  }

  private FactorMap fit(List<SparseRidge.Row> rows, double[] userGram) {
    FitListener listener =
        new FitListener() {
          @Override
          public void swept(int sweep, double loss) {
            throw new AssertionError("nothing is swept here");
          }

          @Override
          public void mapped(double ridge, double share) {
            chosen = ridge;
            explained = share;
          }
        };
    return new FactorMapFitter(FitSettings.defaults(), listener, FEATURES, K).fit(rows, userGram);
  }

  /** Targets that are sums of the features, with noise of the given deviation. */
  private static List<SparseRidge.Row> rows(int n, double noise) {
    Random random = new Random(5);
    List<SparseRidge.Row> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      float[] x = new float[CONTENT];
      double sum = 0;
      for (int d = 0; d < CONTENT; d++) {
        x[d] = (float) random.nextGaussian();
        sum += x[d];
      }
      double[] target = {
        sum + noise * random.nextGaussian(), x[0] - x[1] + noise * random.nextGaussian()
      };
      rows.add(new SparseRidge.Row(x, new int[0], target, 1));
    }
    return rows;
  }
}
