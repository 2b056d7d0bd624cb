package io.lorecast.store;

import io.lorecast.model.Interaction;
import io.lorecast.model.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Every interaction that was ever accepted: the record from which all that was learned follows. */
public interface FeedbackLog {

  /**
   * Appends interactions, in one group commit. One that is there already, by user and feedbackId,
   * is replaced by itself. When this completes, all are durable; when it fails, any may be.
   */
  Uni<Void> append(List<Interaction> interactions);

  /** Emits the interactions of {@code user}, in the order of time, then feedbackId. */
  Uni<List<Interaction>> ofUser(UserId user);

  /** Emits every interaction, those of one user one after the other, else in no order. */
  Multi<Interaction> all();

  /** Removes every interaction of {@code user}; emits how many there were. */
  Uni<Long> removeUser(UserId user);
}
