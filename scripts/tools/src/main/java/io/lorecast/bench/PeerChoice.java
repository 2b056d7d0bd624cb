package io.lorecast.bench;

import io.lorecast.data.DataException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which peers an offline benchmark measures beside the product. */
final class PeerChoice {

  @Option(
      names = "--peers",
      split = ",",
      defaultValue = "all",
      description =
          "whose rows to print: all, none, or some of random, popularity, itemknn, bpr, ials, ease"
              + " (${DEFAULT-VALUE})")
  private List<String> peers = List.of();

  @Option(
      names = "--libraries",
      split = ",",
      defaultValue = "none",
      description =
          "whose own code to run beside them: all, none, or some of mahout-itembased, ranksys-hkv,"
              + " ranksys-itemknn; fetched from Maven (${DEFAULT-VALUE})")
  private List<String> libraries = List.of();

  /**
   * Returns them.
   *
   * @throws DataException if there is no peer of a name
   */
  List<Contender> contenders() {
    List<Contender> chosen = chosen("--peers", peers, PeerContender.all());
    chosen.addAll(chosen("--libraries", libraries, LibraryContender.all()));
    return chosen;
  }

  private static List<Contender> chosen(String option, List<String> names, List<Contender> all) {
    if (names.equals(List.of("all"))) {
      return new ArrayList<>(all);
    }
    Map<String, Contender> known = new LinkedHashMap<>();
    all.forEach(contender -> known.put(contender.name(), contender));
    List<Contender> chosen = new ArrayList<>();
    for (String name : names) {
      Contender contender = known.get(name);
      if (contender != null) {
        chosen.add(contender);
      } else if (!names.equals(List.of("none"))) {
        throw new DataException(option + " must be of " + known.keySet() + ", was " + name);
      }
    }
    return chosen;
  }
}
