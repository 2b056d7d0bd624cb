package io.lorecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

  private static final URI TARGET = URI.create("http://localhost:8080");
  private static final Progress HALF = new Progress("abc", 50, 49, 3, 1);

  @TempDir Path states;
  @TempDir Path data;

  @Test
  void anotherProcessFindsWhatWasSaved() throws IOException {
    StateFile.open(states, TARGET, data).save("items", HALF);

    StateFile reopened = StateFile.open(states, TARGET, data);

    assertThat(reopened.isBegun()).isTrue();
    assertThat(reopened.progress("items", "abc")).isEqualTo(HALF);
    assertThat(reopened.progress("items", "changed")).isEqualTo(Progress.none("changed"));
    assertThat(reopened.progress("triples", "abc")).isEqualTo(Progress.none("abc"));
  }

  @Test
  void targetsAndFoldersAreKeptApart(@TempDir Path otherData) throws IOException {
    StateFile.open(states, TARGET, data).save("items", HALF);

    assertThat(StateFile.open(states, URI.create("http://localhost:8081"), data).isBegun())
        .isFalse();
    assertThat(StateFile.open(states, TARGET, otherData).isBegun()).isFalse();
  }

  @Test
  void aFileThatCannotBeReadCountsAsNone() throws IOException {
    StateFile.open(states, TARGET, data).save("items", HALF);
    for (Path file : files()) {
      Files.writeString(file, "{\"items\":");
    }

    assertThat(StateFile.open(states, TARGET, data).isBegun()).isFalse();
  }

  @Test
  void deletingLeavesNothing() throws IOException {
    StateFile state = StateFile.open(states, TARGET, data);
    state.save("items", HALF);

    state.delete();

    assertThat(files()).isEmpty();
    assertThat(state.isBegun()).isFalse();
  }

  @Test
  void liesInTheUsersStateFolder() {
    Path home = Path.of("home");

    assertThat(StateFile.defaultDirectory(Map.of(), home))
        .isEqualTo(Path.of("home", ".local", "state", "lorecast", "import"));
    assertThat(StateFile.defaultDirectory(Map.of("XDG_STATE_HOME", "state"), home))
        .isEqualTo(Path.of("state", "lorecast", "import"));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(states)) {
      return files.toList();
    }
  }
}
