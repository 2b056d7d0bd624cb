package io.lorecast.store;

import static java.util.Comparator.comparing;

import io.lorecast.model.Interaction;
import io.lorecast.model.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts a stream of interactions, in which those of one user follow each other, where a user ends.
 * Holds the interactions of one user and one page.
 */
final class UserRuns {

  private static final Comparator<Interaction> BY_USER_THEN_TIME =
      comparing((Interaction interaction) -> interaction.user().value())
          .thenComparing(Interaction::at)
          .thenComparing(Interaction::feedbackId);

  private final List<Interaction> held = new ArrayList<>();

  /** Takes a page and returns what belongs to users who have ended, each in the order of time. */
  List<Interaction> complete(List<Interaction> page) {
    held.addAll(page);
    UserId last = held.getLast().user();
    List<Interaction> ended = new ArrayList<>(held);
    ended.removeIf(interaction -> interaction.user().equals(last));
    held.removeIf(interaction -> !interaction.user().equals(last));
    ended.sort(BY_USER_THEN_TIME);
    return ended;
  }

  /** Returns what is left after the last page. */
  List<Interaction> rest() {
    held.sort(BY_USER_THEN_TIME);
    return List.copyOf(held);
  }
}
