package io.lorecast.bench;

import io.lorecast.bench.peer.Peers;
import io.lorecast.bench.peer.StreamPeer;
import io.lorecast.data.DataException;
import io.lorecast.model.Interaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The recommenders that the product is measured beside, on the very same events. */
final class StreamPeers {

  private final Positions positions;
  private final Map<StreamReport, StreamPeer> peers = new LinkedHashMap<>();
  private final boolean[][] seen;
  private final int[] likes;

  /**
   * Creates the peers of {@code names}, see {@link Peers#stream}.
   *
   * @throws DataException if there is no peer of a name
   */
  StreamPeers(BenchData data, List<String> names, long seed) {
    this.positions = new Positions(data);
    this.seen = new boolean[positions.users()][positions.items()];
    this.likes = new int[positions.users()];
    Map<String, Peers.StreamPeerFactory> known = Peers.stream();
    for (String name : names) {
      Peers.StreamPeerFactory factory = known.get(name);
      if (factory == null) {
        throw new DataException("--peers must be of " + known.keySet() + ", was " + name);
      }
      peers.put(new StreamReport(name), factory.create(positions.users(), positions.items(), seed));
    }
  }

  List<StreamReport> reports() {
    return new ArrayList<>(peers.keySet());
  }

  /** Ranks for one interaction, if it is a like that counts, then learns from it. */
  void see(Interaction interaction, boolean liked, boolean counts, long eventsBefore) {
    int item = positions.item(interaction.item());
    if (item < 0) {
      return;
    }
    int user = positions.user(interaction.user());
    peers.forEach(
        (report, peer) -> {
          if (liked && counts) {
            report.add(
                StreamPeer.rank(peer.scores(user), item, seen[user]),
                likes[user] < StreamReport.NEW,
                eventsBefore < StreamReport.NEW);
          }
          peer.learn(user, item, liked);
        });
    seen[user][item] = true;
    likes[user] += liked ? 1 : 0;
  }
}
