package io.lorecast.bench;

import io.lorecast.data.DataException;
import io.lorecast.model.Interaction;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Another recommender's own code: {@code scripts/peers/run} in a process of its own reads the
 * training part from a file and writes lists to another, so that old libraries never meet the class
 * path of the product.
 */
record LibraryContender(String name) implements Contender {

  /** Longer than any list that is asked for. */
  private static final int LONGEST = 100;

  /** Returns all there are. */
  static List<Contender> all() {
    return Stream.of("mahout-itembased", "ranksys-hkv", "ranksys-itemknn")
        .<Contender>map(LibraryContender::new)
        .toList();
  }

  @Override
  public ListMaker fit(OfflineSplit split, long seed) {
    Positions positions = new Positions(split.data());
    try {
      Path folder = Files.createTempDirectory("lorecast-peers");
      Path lists = folder.resolve(name + ".tsv");
      Path training = Files.write(folder.resolve("training.tsv"), lines(split, positions));
      run(training, lists, seed);
      Map<Integer, List<ItemId>> read = read(lists, positions);
      for (Path done : List.of(training, lists, folder)) {
        Files.delete(done);
      }
      return (user, k) -> best(read, positions, split, user, k);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
  }

  private static List<ItemId> best(
      Map<Integer, List<ItemId>> lists,
      Positions positions,
      OfflineSplit split,
      UserId user,
      int k) {
    return lists.getOrDefault(positions.user(user), List.of()).stream()
        .filter(item -> split.mayCome(user, item))
        .limit(k)
        .toList();
  }

  /** Returns each pair of a user and an item once; a like decides. */
  private static List<String> lines(OfflineSplit split, Positions positions) {
    Map<String, Integer> pairs = new LinkedHashMap<>();
    for (Interaction event : split.training()) {
      int item = positions.item(event.item());
      if (item >= 0) {
        String pair = positions.user(event.user()) + "\t" + item;
        pairs.merge(pair, OfflineSplit.isLike(event) ? 1 : 0, Math::max);
      }
    }
    return pairs.entrySet().stream().map(pair -> pair.getKey() + "\t" + pair.getValue()).toList();
  }

  private void run(Path training, Path lists, long seed) throws IOException, InterruptedException {
    String script =
        Path.of(System.getProperty("lorecast.root", ".")).resolve("scripts/peers/run").toString();
    List<String> command = new ArrayList<>(List.of(script, "--peer", name));
    command.addAll(List.of("--training", training.toString(), "--lists", lists.toString()));
    command.addAll(List.of("--k", Integer.toString(LONGEST), "--seed", Long.toString(seed)));
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new DataException(script + " --peer " + name + " ended with " + status);
    }
  }

  private static Map<Integer, List<ItemId>> read(Path lists, Positions positions)
      throws IOException {
    Map<Integer, List<ItemId>> read = new HashMap<>();
    for (String line : Files.readAllLines(lists)) {
      List<Integer> row = Arrays.stream(line.split("\t")).map(Integer::valueOf).toList();
      read.put(
          row.getFirst(),
          row.stream().skip(1).map(item -> positions.item(item.intValue())).toList());
    }
    return read;
  }
}
