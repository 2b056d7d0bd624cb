package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.vector.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Contents of two blocks, of which an item may lack one. */
class ContentProjectionTest {

  private static final int K = 4;
  private static final ContentBlocks BLOCKS = new ContentBlocks(new int[] {3, 6});

  private final ContentProjection projection =
      ContentProjection.fit(
          contents(), BLOCKS, K, RandomGeneratorFactory.of("L64X128MixRandom").create(1));

  private static List<Embedding> contents() {
    Random random = new Random(3);
    List<Embedding> contents = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      float[] content = new float[6];
      for (int d = 0; d < 3; d++) {
        content[d] = 1 + (float) random.nextGaussian();
        content[3 + d] = i % 3 == 0 ? 0 : 5 + (float) random.nextGaussian();
      }
      contents.add(Embedding.of(content));
    }
    return contents;
  }

  @Test
  void aLackingBlockCountsAsTheMeanOfThoseThatHaveIt() {
    double[] mean = BLOCKS.mean(contents());
    float[] text = {.3f, -1, 2, 0, 0, 0};
    float[] filled = {.3f, -1, 2, (float) mean[3], (float) mean[4], (float) mean[5]};

    assertThat(mean[3]).isBetween(4.5, 5.5);
    float[] lacking = project(text);
    float[] average = project(filled);
    for (int c = 0; c < K; c++) {
      assertThat(lacking[c]).isCloseTo(average[c], within(1e-4f));
    }
  }

  @Test
  void aContentWithoutAnyBlockHasNoFeature() {
    assertThat(project(new float[6])).containsOnly(0);
  }

  private float[] project(float[] content) {
    float[] target = new float[K];
    projection.project(Embedding.of(content), target, 0);
    return target;
  }
}
