package io.lorecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.data.TestFiles;
import io.lorecast.importer.ImportFixture.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong before anything is sent. */
class ImportUsageTest {

  private ImportFixture fixture;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    fixture = new ImportFixture(directory);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void refusesWrongUsageBeforeItSendsAnything() throws IOException {
    fixture.writeItems("tea");

    assertThat(fixture.run("--in-flight", "0").exitCode()).isEqualTo(2);
    assertThat(fixture.run("--to", "localhost:8080").exitCode()).isEqualTo(2);
    assertThat(ImportFixture.execute(List.of()).exitCode()).isEqualTo(2);
    assertThat(ImportFixture.execute(List.of("no-such-folder")))
        .isEqualTo(new Result(2, "", "There is no folder no-such-folder" + System.lineSeparator()));
    assertThat(fixture.receiver.posted()).isEmpty();
  }

  @Test
  void refusesAFileWithABadHeader() throws IOException {
    TestFiles.write(fixture.data, "triples.tsv", "subject\tpredicate\tobject", "a:b\tc\td:e");

    Result result = fixture.run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("triples.tsv must start with a header");
    assertThat(fixture.receiver.posted()).isEmpty();
  }
}
