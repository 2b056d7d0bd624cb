package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.learning.Forgetting;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Learner;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a user added to everybody's counters does not bear on what they have not met. */
class OwnAdditionsTest extends Explained {

  @Property(tries = 25)
  void takingTheUsersOwnAdditionsOutOfTheCountersTooChangesNothing(
      @ForAll("histories") UserHistory history) {
    if (history.entries().isEmpty()) {
      return;
    }
    Learner learner = new Learner(InteractionWeights.defaults(), LearnerSettings.defaults());
    List<Interaction> whole = interactions(history);
    ItemId gone = whole.getLast().item();
    List<Interaction> less =
        whole.stream().filter(interaction -> !interaction.item().equals(gone)).toList();
    Map<ItemId, NeighbourRow> taught = taught(sample.rows, learner.forget(ANNA, whole));
    Map<ItemId, NeighbourRow> untaught = taught(sample.rows, learner.forget(ANNA, less));
    RankRequest request = all(0, history);

    assertThat(rank(request, history.without(gone), taught))
        .isEqualTo(rank(request, history.without(gone), untaught));
  }

  private static List<Interaction> interactions(UserHistory history) {
    return history.entries().stream()
        .map(
            entry ->
                new Interaction(
                    entry.feedbackId(),
                    ANNA,
                    entry.item(),
                    entry.signal() == Signal.LIKED ? InteractionKind.LIKE : InteractionKind.VIEW,
                    null,
                    Instant.ofEpochMilli(entry.atMillis())))
        .toList();
  }

  /** Returns {@code rows} with what {@code forgetting} would take out of them again. */
  private static Map<ItemId, NeighbourRow> taught(
      Map<ItemId, NeighbourRow> rows, Forgetting forgetting) {
    Map<ItemId, Map<Signal, Map<ItemId, Long>>> counters = new HashMap<>();
    rows.forEach(
        (item, row) ->
            counters.put(
                item,
                Map.of(
                    Signal.LIKED, new HashMap<>(row.liked()),
                    Signal.OTHER, new HashMap<>(row.other()))));
    forgetting
        .pairs()
        .forEach(
            pair ->
                counters
                    .get(pair.row())
                    .get(pair.signal())
                    .merge(pair.neighbour(), -pair.amount(), Long::sum));
    return counters.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                row ->
                    new NeighbourRow(
                        row.getValue().get(Signal.LIKED), row.getValue().get(Signal.OTHER))));
  }
}
