package io.lorecast.peers;

import java.util.List;

/** A recommender of a library, as its documentation sets it up. */
interface Library {

  /** Something that ranks. */
  interface Lists {

    /** Returns at most {@code k} items, best first, none of which the user has met. */
    List<Integer> best(int user, int k) throws Exception;
  }

  Lists fit(Training training, long seed) throws Exception;
}
