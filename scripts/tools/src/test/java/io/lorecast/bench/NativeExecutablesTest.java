package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeExecutablesTest {

  private static final List<String> FUNCTIONS = List.of("feedback", "recommend-request");

  @TempDir private Path folder;

  @Test
  void withoutNamesThoseThatWereBuiltAreFound() throws IOException {
    Path built = executable("modules/feedback/target/lorecast-feedback-0.1.0-SNAPSHOT-runner");
    Files.createFile(folder.resolve("modules/feedback/target/feedback.log"));

    assertThat(NativeExecutables.find(List.of(), folder.resolve("modules"), FUNCTIONS))
        .isEqualTo(Map.of("feedback", built));
  }

  @Test
  void filesAndFoldersCanBeNamedTogether() throws IOException {
    Path feedback = executable("here/feedback");
    Path recommend = executable("there/lorecast-recommend-request-1.2-runner");

    assertThat(
            NativeExecutables.find(
                List.of(feedback, folder.resolve("there")), folder.resolve("modules"), FUNCTIONS))
        .isEqualTo(Map.of("feedback", feedback, "recommend-request", recommend));
  }

  @Test
  void whatIsNamedMustBeOfAFunction() throws IOException {
    Path other = executable("here/kg-updated");

    assertThatThrownBy(
            () -> NativeExecutables.find(List.of(other), folder.resolve("modules"), FUNCTIONS))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("--native must name executables of [feedback, recommend-request]");
  }

  private Path executable(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
