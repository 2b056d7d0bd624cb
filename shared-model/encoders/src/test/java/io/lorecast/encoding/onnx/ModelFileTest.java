package io.lorecast.encoding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

  /** SHA-256 of "abc", the first example of FIPS 180-4. */
  private static final String HASH =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path folder;

  @Test
  void aModelLiesUnderItsHash() throws IOException {
    ModelFile file = unpack();

    assertThat(file.hash()).isEqualTo(HASH);
    assertThat(file.path()).isEqualTo(folder.resolve("deep").resolve(HASH + ".onnx"));
    assertThat(file.path()).hasContent("abc");
  }

  @Test
  void aFileWithOtherBytesUnderTheNameIsReplaced() throws IOException {
    Files.createDirectories(folder.resolve("deep"));
    Files.writeString(folder.resolve("deep").resolve(HASH + ".onnx"), "abd");

    assertThat(unpack().path()).hasContent("abc");
  }

  @Test
  void manyMayUnpackItAtOnceAndLeaveNothingElse() throws Exception {
    try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
      Callable<ModelFile> task = this::unpack;
      for (Future<ModelFile> file : workers.invokeAll(Collections.nCopies(32, task))) {
        assertThat(file.get().path()).hasContent("abc");
      }
    }
    try (Stream<Path> files = Files.list(folder.resolve("deep"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .isEqualTo(List.of(HASH + ".onnx"));
    }
  }

  private ModelFile unpack() throws IOException {
    return ModelFile.unpack(
        () -> new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8)),
        folder.resolve("deep"));
  }
}
