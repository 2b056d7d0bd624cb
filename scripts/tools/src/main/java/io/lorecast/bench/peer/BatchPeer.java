package io.lorecast.bench.peer;

/** A published way to fit a recommender to all likes at once. */
public interface BatchPeer {

  /** Returns the recommender of {@code likes}; the same seed gives the same one. */
  Peer fit(Likes likes, long seed);

  /** Returns the recommender that has learned from all likes one by one, user after user. */
  static Peer learned(StreamPeer peer, Likes likes) {
    for (int user = 0; user < likes.users(); user++) {
      for (int item : likes.byUser()[user]) {
        peer.learn(user, item, true);
      }
    }
    return (user, liked) -> peer.scores(user);
  }
}
