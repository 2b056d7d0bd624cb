package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.encoding.ContentBlock;
import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.View;
import io.lorecast.learning.FusionFitter.Learned;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Items whose description says what people do with them; name and image say nothing. */
class FusionFitterTest {

  private static final ContentBlock TEXT =
      new ContentBlock("text", 6, 1, Map.of(View.NAME, 1f, View.DESCRIPTION, 1f));
  private static final ContentBlock IMAGES =
      new ContentBlock("images", 4, 1, Map.of(View.IMAGES, 1f));
  private static final ContentSpace START = new ContentSpace(List.of(TEXT, IMAGES));

  private final FusionFitter fitter = new FusionFitter(FitSettings.defaults());

  @Test
  void whatForetellsBehaviourCountsMore() {
    Learned learned = fitter.fit(START, examples(300));

    Map<View, Float> views = learned.space().blocks().getFirst().views();
    assertThat(views.get(View.DESCRIPTION)).isGreaterThan(views.get(View.NAME));
    assertThat(learned.space().blocks().get(0).weight())
        .isGreaterThan(learned.space().blocks().get(1).weight());
    assertThat(learned.after()).isGreaterThan(learned.before() + .1);
    assertThat(learned.space().hasEncodersOf(START)).isTrue();
  }

  @Test
  void theSameExamplesInAnyOrderGiveTheSameWeights() {
    List<FusionExample> examples = examples(150);

    assertThat(fitter.fit(START, examples.reversed())).isEqualTo(fitter.fit(START, examples));
  }

  @Test
  void fewExamplesTeachNothing() {
    assertThat(fitter.fit(START, examples(99)).space()).isEqualTo(START);
  }

  private static List<FusionExample> examples(int count) {
    Random random = new Random(5);
    List<FusionExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] factors = random.doubles(6).map(value -> value - .5).toArray();
      float[] description = new float[6];
      for (int d = 0; d < description.length; d++) {
        description[d] = (float) factors[d];
      }
      Map<View, Embedding> texts =
          Map.of(View.NAME, noise(6, random), View.DESCRIPTION, Embedding.of(description));
      Map<View, Embedding> images = i % 4 == 0 ? Map.of() : Map.of(View.IMAGES, noise(4, random));
      examples.add(
          new FusionExample(
              new ItemId("item-" + i), Map.of("text", texts, "images", images), factors, .5));
    }
    return examples;
  }

  private static Embedding noise(int d, Random random) {
    float[] values = new float[d];
    for (int i = 0; i < d; i++) {
      values[i] = random.nextFloat() - .5f;
    }
    return Embedding.of(values);
  }
}
