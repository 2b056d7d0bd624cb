package io.lorecast.bench;

import io.lorecast.bench.peer.Peers;
import io.lorecast.data.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /**
   * Returns them.
   *
   * @throws DataException if there is no peer of a name
   */
  List<Contender> contenders() {
    if (peers.equals(List.of("none"))) {
      return List.of();
    }
    Map<String, Contender> known =
        PeerContender.all().stream()
            .collect(Collectors.toMap(Contender::name, Function.identity()));
    List<Contender> chosen = new ArrayList<>();
    for (String name : peers.equals(List.of("all")) ? Peers.batch().keySet() : peers) {
      Contender contender = known.get(name);
      if (contender == null) {
        throw new DataException("--peers must be of " + Peers.batch().keySet() + ", was " + name);
      }
      chosen.add(contender);
    }
    return chosen;
  }
}
