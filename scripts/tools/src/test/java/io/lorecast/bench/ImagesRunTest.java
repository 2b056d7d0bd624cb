package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.data.DataException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On images that differ by where a light square lies, which mirroring moves and resizing does not.
 */
class ImagesRunTest {

  @TempDir private Path data;

  @Test
  void thumbnailsFindResizedCopiesAndNotMirroredOnes() throws IOException {
    writeImages(48);

    ImageRow row = new ImagesRun(ImageFiles.under(data)).row("pixels", Thumbnail::of);

    assertThat(row.hit(Alteration.SMALLER)).isEqualTo(1);
    assertThat(row.hit(Alteration.LARGER)).isEqualTo(1);
    assertThat(row.hit(Alteration.MIRRORED)).isZero();
  }

  @Test
  void tooFewImagesAreRefused() throws IOException {
    writeImages(23);

    assertThatThrownBy(() -> ImageFiles.under(data))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("must hold at least 24 images (jpg, png, webp), holds 23");
  }

  private void writeImages(int count) throws IOException {
    Path folder = Files.createDirectory(data.resolve("posters"));
    for (int i = 0; i < count; i++) {
      BufferedImage image = new BufferedImage(160, 160, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      graphics.setColor(Color.ORANGE);
      // Eight columns, none of which is its own mirror image, and eight rows.
      graphics.fillRect(i % 8 * 20, i / 8 * 20, 20, 20);
      graphics.dispose();
      ImageIO.write(image, "png", folder.resolve("%02d.png".formatted(i)).toFile());
    }
  }
}
