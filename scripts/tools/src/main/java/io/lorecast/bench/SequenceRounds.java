package io.lorecast.bench;

import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.Catalogue;
import io.lorecast.sequence.SequenceExample;
import io.lorecast.sequence.SequenceLearner;
import io.lorecast.sequence.SequenceModel;
import io.lorecast.sequence.SequenceRow;
import io.lorecast.sequence.SequenceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The one writer of the sequence term: learns in rounds, then hands the changed rows on. */
final class SequenceRounds {

  private static final int LIKES_A_ROUND = 1_000;

  private final Catalogue catalogue;
  private final SequenceLearner learner =
      new SequenceLearner(SequenceSettings.defaults(), SequenceModel.EMPTY);
  private final List<SequenceExample> waiting = new ArrayList<>();
  private long likes;
  private long nanos;
  private long bytes;

  SequenceRounds(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Takes a like up; {@code history} is its user's before it. */
  void add(UserHistory history, HistoryEntry like) {
    SequenceExample.of(history.with(like), like.feedbackId()).ifPresent(waiting::add);
    if (waiting.size() >= LIKES_A_ROUND) {
      learn();
    }
  }

  private void learn() {
    List<ItemId> pool = catalogue.ids();
    long start = Replica.cpu();
    waiting.forEach(example -> learner.learn(example, pool));
    nanos += Replica.cpu() - start;
    SequenceModel changed = learner.takeChanged();
    catalogue.updateSequence(changed);
    likes += waiting.size();
    for (Map.Entry<ItemId, float[]> row : changed.rows().entrySet()) {
      bytes += row.getKey().value().length() + (long) SequenceRow.SIZE * Float.BYTES;
    }
    waiting.clear();
  }

  /** Returns the CPU time of learning, microseconds a like. */
  double micros() {
    return nanos / 1e3 / Math.max(1, likes);
  }

  /** Returns the bytes of the rows handed on, a like. */
  double bytes() {
    return (double) bytes / Math.max(1, likes);
  }
}
