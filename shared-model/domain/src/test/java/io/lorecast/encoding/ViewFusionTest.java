package io.lorecast.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ViewFusionTest {

  private static final Map<View, Float> WEIGHTS =
      Map.of(View.NAME, 1f, View.DESCRIPTION, 2f, View.REVIEWS, 2f);

  @Example
  void fusionMatchesTheHandWorkedExample() {
    // 1 * (1, 0) + 2 * (0, 1) = (1, 2), of length sqrt(5); the description's own length is 10.
    Embedding fused =
        fuse(Map.of(View.NAME, Embedding.of(1, 0), View.DESCRIPTION, Embedding.of(0, 10)));

    assertThat(fused.get(0)).isCloseTo(0.4472136f, within(1e-6f));
    assertThat(fused.get(1)).isCloseTo(0.8944272f, within(1e-6f));
  }

  @Example
  void anAbsentViewTakesNoPart() {
    Embedding name = Embedding.of(0.6f, 0.8f);

    assertThat(cosine(fuse(Map.of(View.NAME, name)), name)).isCloseTo(1, within(1e-6f));
  }

  @Example
  void viewsThatCancelOutLeaveTheFirst() {
    Embedding fused =
        fuse(Map.of(View.DESCRIPTION, Embedding.of(0, 1), View.REVIEWS, Embedding.of(0, -1)));

    assertThat(fused).isEqualTo(Embedding.of(0, 1));
  }

  @Example
  void theMeanCountsTextsAlikeWhateverTheirLength() {
    Embedding mean = ViewFusion.mean(List.of(Embedding.of(3, 0), Embedding.of(0, 1)));

    assertThat(mean.get(0)).isCloseTo(0.70710677f, within(1e-6f)).isEqualTo(mean.get(1));
  }

  @Example
  void noViewAtAllIsRefused() {
    assertThatThrownBy(() -> fuse(Map.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void viewsOfDifferentEncodersAreRefused() {
    Map<View, Embedding> views =
        Map.of(View.NAME, Embedding.of(1, 0), View.DESCRIPTION, Embedding.of(1, 0, 0));

    assertThatThrownBy(() -> fuse(views)).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void aViewWithoutAWeightIsRefused() {
    Map<View, Embedding> images = Map.of(View.IMAGES, Embedding.of(1, 0));

    assertThatThrownBy(() -> fuse(images)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void theFusedVectorHasLengthOne(
      @ForAll("vectors") Embedding name,
      @ForAll("vectors") Embedding description,
      @ForAll("vectors") Embedding reviews) {
    float[] fused =
        fuse(Map.of(View.NAME, name, View.DESCRIPTION, description, View.REVIEWS, reviews))
            .toArray();

    assertThat(VectorMath.dot(fused, fused)).isCloseTo(1f, within(1e-5f));
  }

  @Property
  void onlyTheProportionsOfTheWeightsMatter(
      @ForAll("vectors") Embedding name, @ForAll("vectors") Embedding description) {
    Map<View, Float> doubled = Map.of(View.NAME, 2f, View.DESCRIPTION, 4f, View.REVIEWS, 4f);
    Map<View, Embedding> views = Map.of(View.NAME, name, View.DESCRIPTION, description);

    assertThat(cosine(ViewFusion.fuse(views, doubled), fuse(views))).isCloseTo(1, within(1e-5f));
  }

  @Provide
  Arbitrary<Embedding> vectors() {
    return Arbitraries.floats().between(0.1f, 9f).array(float[].class).ofSize(4).map(Embedding::of);
  }

  private static float cosine(Embedding a, Embedding b) {
    return VectorMath.cosine(a.toArray(), b.toArray());
  }

  private static Embedding fuse(Map<View, Embedding> views) {
    return ViewFusion.fuse(views, WEIGHTS);
  }
}
