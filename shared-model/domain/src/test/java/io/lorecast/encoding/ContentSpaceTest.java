package io.lorecast.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentSpaceTest {

  private static final ContentBlock TEXT =
      new ContentBlock("text-1", 2, 3, Map.of(View.NAME, 1f, View.DESCRIPTION, 1f));
  private static final ContentBlock IMAGES =
      new ContentBlock("images-1", 3, 1, Map.of(View.IMAGES, 1f));

  private final ContentSpace space = new ContentSpace(List.of(TEXT, IMAGES));

  private static final Map<View, Embedding> NAME = Map.of(View.NAME, Embedding.of(0, 5));
  private static final Map<View, Embedding> IMAGE = Map.of(View.IMAGES, Embedding.of(1, 0, 0));

  @Test
  void blocksLieOneAfterTheOtherByTheRootOfTheirShare() {
    Embedding content = space.fuse(Map.of("text-1", NAME, "images-1", IMAGE)).orElseThrow();

    assertThat(content).isEqualTo(Embedding.of(0, (float) Math.sqrt(.75), .5f, 0, 0));
    assertThat(VectorMath.dot(content.toArray(), content.toArray())).isCloseTo(1, within(1e-6f));
  }

  @Test
  void aBlockThatIsLackingIsZerosAndTheOtherIsAsItWas() {
    assertThat(space.fuse(Map.of("images-1", IMAGE))).contains(Embedding.of(0, 0, .5f, 0, 0));
    assertThat(space.fuse(Map.of("text-0", NAME))).isEmpty();
  }

  @Test
  void oneEncodersContentIsItsFusedViews() {
    Map<View, Embedding> views =
        Map.of(View.NAME, Embedding.of(1, 0), View.DESCRIPTION, Embedding.of(0, 1));

    assertThat(ContentSpace.single("text-1", 2).fuse(Map.of("text-1", views)))
        .contains(Embedding.of(.70710677f, .70710677f));
  }

  @Test
  void textSaysTheSpaceAndTheIdTellsItFromOthers() {
    assertThat(ContentSpace.parse(space.text())).isEqualTo(space);
    assertThat(ContentSpace.parse(space.text()).id()).isEqualTo(space.id()).hasSize(12);

    ContentSpace other = new ContentSpace(List.of(TEXT.weighing(2, TEXT.views()), IMAGES));
    assertThat(other.id()).isNotEqualTo(space.id());
    assertThat(other.hasEncodersOf(space)).isTrue();
    assertThat(ContentSpace.single("text-1", 2).hasEncodersOf(space)).isFalse();
  }

  @Test
  void whatIsNoSpaceIsRefused() {
    for (String text :
        List.of(
            "",
            "text-1",
            "text-1 0 1 name=1",
            "text-1 2 1 taste=1",
            "text-1 2 1",
            "text-1 2000000000 1 name=1",
            "a b c")) {
      assertThatThrownBy(() -> ContentSpace.parse(text))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new ContentSpace(List.of(TEXT, TEXT)))
        .hasMessage("a space has blocks, each of another encoder");
    assertThatThrownBy(() -> TEXT.weighing(0, TEXT.views()))
        .hasMessage("the weight of block must be above 0, was 0.0");
  }
}
