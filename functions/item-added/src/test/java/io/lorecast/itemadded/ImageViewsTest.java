package io.lorecast.itemadded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.encoding.EncodedViews;
import io.lorecast.encoding.View;
import io.lorecast.encoding.image.ImageLimits;
import io.lorecast.encoding.image.ImageSourceSettings;
import io.lorecast.encoding.image.ImageSources;
import io.lorecast.encoding.image.VideoEncoder;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.InMemoryVectorStore;
import io.lorecast.store.VectorStore;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageViewsTest {

  private final ColourEncoder colours = new ColourEncoder();
  private final VectorStore<String> cache = new InMemoryVectorStore<>();
  private final ImageViews images =
      new ImageViews(
          colours,
          new VideoEncoder(colours, ImageLimits.defaults(), 4, Optional.empty()),
          new ImageSources(ImageSourceSettings.defaults()),
          cache,
          Runnable::run);

  @Test
  void imagesAreOneViewAndTheWorstOfThemSaysHowSafeTheItemIs() {
    EncodedViews encoded = encode(image(Color.RED), image(Color.BLUE));

    float red = encoded.vectors().get(View.IMAGES).get(0);
    assertThat(red).isBetween(.6f, .8f);
    assertThat(encoded.attributes()).isEqualTo(Map.of("safety", List.of("porn")));
    assertThat(encode(image(Color.BLUE)).attributes()).containsEntry("safety", List.of("neutral"));
  }

  @Test
  void anImageThatWasEncodedBeforeIsReadFromTheCacheWithItsScores() {
    EncodedViews first = encode(image(Color.RED));

    assertThat(encode(image(Color.RED))).isEqualTo(first);
    assertThat(colours.asked).isEqualTo(1);
  }

  @Test
  void aBrokenImageInTheEventIsRefusedByItsPlace() {
    assertThatThrownBy(() -> encode(image(Color.RED), "data:image/png;base64,AAAA"))
        .isInstanceOf(InvalidEventException.class)
        .hasMessageStartingWith("images[1] must be readable");
  }

  @Test
  void anImageThatMayNotBeFetchedIsLeftOut() {
    EncodedViews encoded = encode("https://elsewhere.example/a.png", image(Color.BLUE));

    assertThat(encoded.vectors()).containsOnlyKeys(View.IMAGES);
    assertThat(encode("https://elsewhere.example/a.png")).isEqualTo(EncodedViews.NONE);
    assertThat(encode()).isEqualTo(EncodedViews.NONE);
  }

  private EncodedViews encode(String... locations) {
    Item item =
        new Item(
            new ItemId("1"),
            1,
            "name",
            "",
            List.of(),
            List.of(locations),
            Map.of(),
            "en",
            true,
            Instant.EPOCH);
    return images.encode(item).await().indefinitely();
  }

  private static String image(Color colour) {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64; i++) {
      image.setRGB(i % 8, i / 8, colour.getRGB());
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
