package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.evaluation.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {

  @TempDir private Path folder;

  @Test
  void linesAreSavedAsPixelsAndAsVectors() throws IOException {
    Plot.lines("Title", "x", "y", List.of(1d, 2d), Map.of("a line", List.of(.1, .2)))
        .save(folder.resolve("new"), "lines");

    assertThat(ImageIO.read(folder.resolve("new/lines.png").toFile()).getWidth()).isPositive();
    // A dot for each value and one in the legend; letters are drawn as shapes.
    assertThat(Files.readString(folder.resolve("new/lines.svg")).split("<ellipse")).hasSize(1 + 3);
  }

  @Test
  void barsAreSavedAsPixelsAndAsVectors() throws IOException {
    Plot.bars("Title", "y", Map.of("text", new Sample(2, .3, .01))).save(folder, "bars");

    assertThat(ImageIO.read(folder.resolve("bars.png").toFile()).getHeight()).isPositive();
    assertThat(Files.readString(folder.resolve("bars.svg"))).contains("<svg", "<rect");
  }
}
