package io.lorecast.encoding.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data URIs and files; see {@link HttpImagesTest} for the web. */
class ImageSourcesTest {

  @TempDir private Path base;
  private Path folder;
  private ImageSources sources;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(base.resolve("images"));
    sources =
        new ImageSources(
            new ImageSourceSettings(Optional.of(folder), List.of(), 10, Duration.ofSeconds(10)));
  }

  @AfterEach
  void close() {
    sources.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data:image/png;base64,SGVsbG8= | Hello",
        "DATA:image/png;charset=x;BASE64,SGVsbG8= | Hello",
        "data:image/png;base64,SGVsbG8%3D | Hello",
        "data:,a%20b+c | a b+c",
        "data:;base64,U0dWc2JHOCs= | SGVsbG8+"
      })
  void dataUrisAreDecoded(String location, String content) {
    assertThat(sources.read(location)).asString(StandardCharsets.UTF_8).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data:image/png;base64,a",
        "data:image/png;base64",
        "data:,%zz",
        "data:;base64,$$"
      })
  void brokenDataUrisAreRefused(String location) {
    assertThat(reason(location)).isEqualTo(Reason.CORRUPT);
  }

  @Test
  void longDataUrisAreRefused() {
    assertThat(sources.read("data:,0123456789")).hasSize(10);
    assertThat(reason("data:,0123456789a")).isEqualTo(Reason.TOO_MANY_BYTES);
    assertThat(reason("data:;base64," + "A".repeat(16))).isEqualTo(Reason.TOO_MANY_BYTES);
    assertThat(reason("data:;base64," + "A".repeat(1 << 20))).isEqualTo(Reason.TOO_MANY_BYTES);
  }

  @Test
  void filesUnderTheFolderAreRead() throws IOException {
    Path file =
        Files.writeString(Files.createDirectory(folder.resolve("a b")).resolve("c.png"), "x");

    assertThat(sources.read(file.toUri().toString())).asString().isEqualTo("x");
    assertThat(sources.read("file:a%20b/c.png")).asString().isEqualTo("x");
    assertThat(sources.read("file:a%20b/../a%20b/c.png")).asString().isEqualTo("x");
  }

  @Test
  void filesElsewhereAreRefused() throws IOException {
    Path outside = Files.writeString(base.resolve("secret"), "x");
    Path beside = Files.createDirectory(base.resolve("images-too"));
    Files.writeString(beside.resolve("secret"), "x");

    assertThat(reason(outside.toUri().toString())).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason("file:../secret")).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason("file:../images-too/secret")).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason("file:%2e%2e/secret")).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason("file:///etc/passwd")).isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void linksThatLeadOutOfTheFolderAreRefused() throws IOException {
    Path outside = Files.writeString(base.resolve("secret"), "x");
    Files.createSymbolicLink(folder.resolve("link"), outside);
    Files.createSymbolicLink(folder.resolve("up"), base);
    Path inside = Files.writeString(folder.resolve("inside"), "y");
    Files.createSymbolicLink(folder.resolve("alias"), inside);

    assertThat(reason("file:link")).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason("file:up/secret")).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(sources.read("file:alias")).asString().isEqualTo("y");
  }

  @Test
  void whatIsNoFileOrTooLargeIsRefused() throws IOException {
    Files.writeString(folder.resolve("large"), "0123456789a");
    Files.createDirectory(folder.resolve("folder"));

    assertThat(reason("file:large")).isEqualTo(Reason.TOO_MANY_BYTES);
    assertThat(reason("file:folder")).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason("file:absent")).isEqualTo(Reason.MISSING);
    assertThat(reason("file:a%00b")).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason("file://elsewhere/large")).isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void withoutAFolderNoFileIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "x");
    try (ImageSources none = new ImageSources(ImageSourceSettings.defaults())) {
      assertThatThrownBy(() -> none.read(file.toUri().toString()))
          .isInstanceOf(ImageException.class)
          .hasMessage(
              "location: expected no file: location, found file:, and no folder is allowed");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://a/b", "jar:file:/a!/b", "poster.jpg", "", "javascript:1", "http://a b/"})
  void otherLocationsAreRefused(String location) {
    assertThat(reason(location)).isEqualTo(Reason.NOT_ALLOWED);
  }

  private Reason reason(String location) {
    return catchThrowableOfType(ImageException.class, () -> sources.read(location)).reason();
  }
}
