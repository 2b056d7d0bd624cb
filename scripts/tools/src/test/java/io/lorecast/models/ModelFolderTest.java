package io.lorecast.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {

  /** SHA-256 of "abc", FIPS 180-4, appendix B.1. */
  private static final String HASH_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private final Progress quiet =
      new Progress(new PrintStream(PrintStream.nullOutputStream()), false);

  @TempDir private Path root;

  @Test
  void filesLieInAFolderOfTheModelsName() throws IOException {
    ModelFolder folder = new ModelFolder(root.resolve("models"));

    folder.fetch(writing("abc"), quiet);

    assertThat(folder.holds(writing("abc"))).isTrue();
    assertThat(root.resolve("models/letters/model.onnx")).hasContent("abc");
  }

  @Test
  void whatHasAnotherHashIsRefusedAndNotKept() throws IOException {
    ModelFolder folder = new ModelFolder(root);

    assertThatThrownBy(() -> folder.fetch(writing("abd"), quiet))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("model.onnx: expected SHA-256 " + HASH_OF_ABC + ", found a52d");
    try (Stream<Path> left = Files.list(root)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aDamagedFileDoesNotCountAsHere() throws IOException {
    ModelFolder folder = new ModelFolder(root);
    folder.fetch(writing("abc"), quiet);

    Files.writeString(root.resolve("letters/model.onnx"), "ab");

    assertThat(folder.holds(writing("abc"))).isFalse();
  }

  @Test
  void nothingIsHereBeforeItIsFetched() throws IOException {
    assertThat(new ModelFolder(root).holds(writing("abc"))).isFalse();
  }

  private static Model writing(String content) {
    return new Model(
        "letters",
        "a model of letters",
        "MIT",
        Map.of("model.onnx", HASH_OF_ABC),
        (folder, progress) -> Files.writeString(folder.resolve("model.onnx"), content));
  }
}
