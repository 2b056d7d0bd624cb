package io.lorecast.bench;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Interaction;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.ranking.ExplanationLevel;
import io.lorecast.ranking.RankRequest;
import io.lorecast.ranking.Ranker;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.ranking.ScoredItem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench explain}: what explanations cost. */
@Command(
    name = "explain",
    description = {
      "Explanations: learns from all feedback, then ranks for users at each level of explanation"
          + " and gives the CPU time of a request."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ExplainBench implements Callable<Integer> {

  @Option(names = "--data", required = true, description = "a data folder, see docs/data-format.md")
  private Path data = Path.of(".");

  @Option(names = "--seed", description = "chooses the users (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--users",
      description = "how many, each asking once before to warm up (${DEFAULT-VALUE})")
  private int users = 300;

  @Option(names = "--k", description = "items an answer (${DEFAULT-VALUE})")
  private int k = 10;

  @Option(names = "--diversity", description = "0 (by score alone) to 1 (${DEFAULT-VALUE})")
  private double diversity = .3;

  private final Ranker ranker = new Ranker(RankingSettings.defaults());

  @Override
  public Integer call() {
    BenchData read = BenchData.read(data, seed);
    Replica replica =
        new Replica(read, ContentVectors.of(read.items()), RankingSettings.defaults(), seed);
    for (Interaction interaction : ProgressBar.wrap(read.stream(), "Learning")) {
      replica.learn(interaction);
    }
    replica.refit();
    List<UserId> asking = asking(read);
    Instant now = read.stream().getLast().at();
    measure(replica, asking, now);
    print(measure(replica, asking, now), read.items().size());
    return 0;
  }

  private List<UserId> asking(BenchData read) {
    List<UserId> all =
        new ArrayList<>(read.stream().stream().map(Interaction::user).distinct().toList());
    Collections.shuffle(all, new Random(seed));
    return all.subList(0, Math.min(users, all.size()));
  }

  private Map<ExplanationLevel, double[]> measure(
      Replica replica, List<UserId> asking, Instant now) {
    Map<ExplanationLevel, double[]> micros = new EnumMap<>(ExplanationLevel.class);
    for (ExplanationLevel level : ExplanationLevel.values()) {
      double[] each =
          asking.stream().mapToDouble(user -> micros(replica, user, level, now)).toArray();
      Arrays.sort(each);
      micros.put(level, each);
    }
    return micros;
  }

  private double micros(Replica replica, UserId user, ExplanationLevel level, Instant now) {
    UserHistory history = replica.state.history(user);
    Map<ItemId, NeighbourRow> rows =
        replica.state.rows(ranker.rowsWanted(history, List.of(), level));
    RankRequest request =
        RankRequest.best(k, replica.state.seen(user)).withDiversity(diversity).explained(level);
    long start = Replica.cpu();
    List<ScoredItem> items =
        ranker.rank(request, history, rows, replica.catalogue, BlendWeights.start(), now);
    long end = Replica.cpu();
    if (items.isEmpty()) {
      throw new IllegalStateException("nothing was recommended to " + user);
    }
    return (end - start) / 1e3;
  }

  private static void print(Map<ExplanationLevel, double[]> micros, int items) {
    System.out.printf(
        Locale.ROOT,
        "%n%-8s %12s %12s   CPU of a request over %d items, us%n",
        "explain",
        "median",
        "99 of 100",
        items);
    List<String> json = new ArrayList<>();
    micros.forEach(
        (level, each) -> {
          double median = each[each.length / 2];
          double high = each[(int) (.99 * (each.length - 1))];
          System.out.printf(Locale.ROOT, "%-8s %12.0f %12.0f%n", level.wireName(), median, high);
          json.add(
              String.format(
                  Locale.ROOT,
                  "\"%s_us\": %.0f, \"%s_us_p99\": %.0f",
                  level.wireName(),
                  median,
                  level.wireName(),
                  high));
        });
    System.out.printf("%n{%s}%n", String.join(", ", json));
  }
}
