package io.lorecast.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PeersCommandTest {

  private static final int ITEMS = 40;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"mahout-itembased", "ranksys-hkv", "ranksys-itemknn"})
  void eachLibraryTellsTwoTastesApartAndNeverRepeatsWhatWasMet(String peer) throws IOException {
    Path training = write(twoTastes());
    Path lists = folder.resolve("lists.tsv");

    int status = run(peer, training, lists);

    assertThat(status).isZero();
    Training met = Training.read(training);
    int ofTheTaste = 0;
    int all = 0;
    for (String line : Files.readAllLines(lists)) {
      List<Integer> row = Arrays.stream(line.split("\t")).map(Integer::valueOf).toList();
      int user = row.getFirst();
      assertThat(row.subList(1, row.size()))
          .hasSizeBetween(1, 5)
          .doesNotHaveDuplicates()
          .noneMatch(item -> !met.mayCome(user, item));
      all += row.size() - 1;
      ofTheTaste += (int) row.stream().skip(1).filter(item -> item % 2 == user % 2).count();
    }
    assertThat(ofTheTaste).isGreaterThan(all * 9 / 10);
  }

  @Test
  void theSameSeedGivesTheSameLists() throws IOException {
    Path training = write(twoTastes());

    run("ranksys-hkv", training, folder.resolve("a.tsv"));
    run("ranksys-hkv", training, folder.resolve("b.tsv"));

    assertThat(folder.resolve("a.tsv")).hasSameTextualContentAs(folder.resolve("b.tsv"));
  }

  @Test
  void whatWasMetWithoutLikingDoesNotCome() throws IOException {
    Training training = Training.read(write(List.of("0\t1\t1", "0\t2\t0", "0\t1\t1")));

    assertThat(training.likes().get(0)).containsExactly(1);
    assertThat(training.mayCome(0, 2)).isFalse();
    assertThat(training.mayCome(0, 3)).isTrue();
    assertThat(training.items()).isEqualTo(3);
  }

  @Test
  void aBadLineIsNamed() throws IOException {
    Path file = write(List.of("0\t1\t1", "zero\t1\t1"));

    assertThatThrownBy(() -> Training.read(file)).hasMessageContaining("line 2", "zero");
    assertThat(run("nobody", file, folder.resolve("lists.tsv"))).isEqualTo(1);
  }

  private static int run(String peer, Path training, Path lists) {
    return new CommandLine(new PeersCommand())
        .setErr(new java.io.PrintWriter(java.io.Writer.nullWriter()))
        .execute("--peer", peer, "--training", "" + training, "--lists", "" + lists, "--k", "5");
  }

  private Path write(List<String> lines) throws IOException {
    return Files.write(folder.resolve("training.tsv"), lines);
  }

  /** 30 users like 10 of the even items, or 10 of the odd ones. */
  private static List<String> twoTastes() {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>();
    for (int user = 0; user < 30; user++) {
      int taste = user % 2;
      int liker = user;
      random
          .ints(0, ITEMS / 2)
          .distinct()
          .limit(10)
          .forEach(item -> lines.add(liker + "\t" + (2 * item + taste) + "\t1"));
    }
    return lines;
  }
}
