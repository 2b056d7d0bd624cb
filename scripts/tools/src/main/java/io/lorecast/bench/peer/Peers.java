package io.lorecast.bench.peer;

import java.util.LinkedHashMap;
import java.util.Map;

/** The peers by the names that options and figures have. */
public final class Peers {

  /** Peers that cost next to nothing on a stream. */
  public static final String CHEAP = "popularity,itemknn-recency";

  private static final int REFIT_LIKES = 5_000;
  private static final double HALF_LIFE_EVENTS = 5_000;

  private Peers() {}

  /** Returns the peers that are fitted to all likes at once. */
  public static Map<String, BatchPeer> batch() {
    Map<String, BatchPeer> peers = new LinkedHashMap<>();
    peers.put("random", (l, seed) -> BatchPeer.learned(new RandomOrder(l.items(), seed), l));
    peers.put(
        "popularity",
        (l, seed) ->
            BatchPeer.learned(new DecayedPopularity(l.items(), Double.POSITIVE_INFINITY), l));
    peers.put("itemknn", (l, seed) -> BatchPeer.learned(new ItemKnn(l.users(), l.items()), l));
    peers.put("bpr", Bpr::fit);
    peers.put("ials", ImplicitAls.published());
    peers.put("ease", Ease.published());
    return peers;
  }

  /** Makes a peer that learns as the stream goes. */
  public interface StreamPeerFactory {
    StreamPeer create(int users, int items, long seed);
  }

  /** Returns the peers that learn as a stream goes. */
  public static Map<String, StreamPeerFactory> stream() {
    Map<String, StreamPeerFactory> peers = new LinkedHashMap<>();
    peers.put("random", (users, items, seed) -> new RandomOrder(items, seed));
    peers.put("popularity", (users, items, seed) -> new DecayedPopularity(items, HALF_LIFE_EVENTS));
    peers.put("itemknn", (users, items, seed) -> new ItemKnn(users, items));
    peers.put("itemknn-recency", (users, items, seed) -> new RecencyItemKnn(users, items, .9, .8));
    peers.put("isgd", Isgd::new);
    peers.put("bpr", (users, items, seed) -> new Bpr(users, items, Bpr.Settings.stream(), seed));
    peers.put("ials", refitted(ImplicitAls.published()));
    peers.put("ease", refitted(Ease.published()));
    return peers;
  }

  private static StreamPeerFactory refitted(BatchPeer batch) {
    return (users, items, seed) -> new Refitted(batch, REFIT_LIKES, users, items, seed);
  }
}
