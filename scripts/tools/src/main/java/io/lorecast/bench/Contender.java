package io.lorecast.bench;

import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.List;

/** The product or a peer in an offline benchmark. */
interface Contender {

  /** Something that ranks, and learns no more. */
  interface ListMaker {

    /** Returns the best {@code k} items for a user, best first, none of which the user has met. */
    List<ItemId> best(UserId user, int k);
  }

  /** Returns the name that stands in the table. */
  String name();

  /** Learns from the training part of {@code split}; the same seed gives the same lists. */
  ListMaker fit(OfflineSplit split, long seed);
}
