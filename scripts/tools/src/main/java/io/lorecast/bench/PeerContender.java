package io.lorecast.bench;

import io.lorecast.bench.peer.BatchPeer;
import io.lorecast.bench.peer.Likes;
import io.lorecast.bench.peer.Peer;
import io.lorecast.bench.peer.Peers;
import io.lorecast.learning.InteractionWeights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A peer that is fitted to all likes of the training part at once. */
record PeerContender(String name, BatchPeer peer) implements Contender {

  /** Returns all peers. */
  static List<Contender> all() {
    List<Contender> contenders = new ArrayList<>();
    Peers.batch().forEach((name, peer) -> contenders.add(new PeerContender(name, peer)));
    return contenders;
  }

  @Override
  public ListMaker fit(OfflineSplit split, long seed) {
    Positions positions = new Positions(split.data());
    Likes likes = positions.likes(split.training(), InteractionWeights.defaults());
    Peer fitted = peer.fit(likes, seed);
    List<Integer> order = new ArrayList<>(IntStream.range(0, positions.items()).boxed().toList());
    // Equal scores come in an order that means nothing, not in the catalogue's.
    Collections.shuffle(order, new Random(seed));
    return (user, k) -> {
      int position = positions.user(user);
      double[] scores = fitted.scores(position, likes.byUser()[position]);
      return order.stream()
          .filter(item -> split.mayCome(user, positions.item(item.intValue())))
          .sorted(Comparator.comparingDouble(item -> -scores[item]))
          .limit(k)
          .map(item -> positions.item(item.intValue()))
          .toList();
    };
  }
}
