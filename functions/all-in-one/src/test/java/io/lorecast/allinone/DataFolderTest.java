package io.lorecast.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path home;

  @Test
  void aFolderIsMadeAndFoundAgain() throws IOException {
    DataFolder folder = new DataFolder(home.resolve("new").resolve("data"));
    assertThat(folder.problem(false)).isEmpty();

    folder.prepare(false);
    Files.createFile(folder.home().resolve("kept"));
    folder.prepare(false);

    assertThat(folder.problem(false)).isEmpty();
    assertThat(folder.home().resolve("kept")).exists();
  }

  @Test
  void freshEmptiesWhatIsOurs() throws IOException {
    DataFolder folder = new DataFolder(home);
    folder.prepare(false);
    Files.createFile(home.resolve("old"));

    assertThat(folder.problem(true)).isEmpty();
    folder.prepare(true);

    assertThat(home.resolve("old")).doesNotExist();
    assertThat(folder.problem(false)).isEmpty();
  }

  @Test
  void freshDoesNotEmptyWhatIsNotOurs() throws IOException {
    Files.createFile(home.resolve("thesis.txt"));

    assertThat(new DataFolder(home).problem(true)).contains("was not made by Lorecast");
  }

  @Test
  void dataOfAnotherVersionIsNotTouched() throws IOException {
    Files.createFile(home.resolve(".lorecast"));

    assertThat(new DataFolder(home).problem(false)).contains("another version", "--fresh");
    assertThat(new DataFolder(home).problem(true)).isEmpty();
  }
}
