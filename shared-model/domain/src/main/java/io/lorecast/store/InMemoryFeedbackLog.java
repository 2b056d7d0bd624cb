package io.lorecast.store;

import static java.util.Comparator.comparing;

import io.lorecast.model.Interaction;
import io.lorecast.model.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link FeedbackLog} that forgets everything with its process. */
public final class InMemoryFeedbackLog implements FeedbackLog {

  private static final Comparator<Interaction> ORDER =
      comparing(Interaction::at).thenComparing(Interaction::feedbackId);

  private final Map<UserId, Map<String, Interaction>> users = new HashMap<>();

  @Override
  public synchronized Uni<Void> append(List<Interaction> interactions) {
    for (Interaction interaction : interactions) {
      users
          .computeIfAbsent(interaction.user(), user -> new HashMap<>())
          .put(interaction.feedbackId(), interaction);
    }
    return Uni.createFrom().voidItem();
  }

  @Override
  public synchronized Uni<List<Interaction>> ofUser(UserId user) {
    return Uni.createFrom()
        .item(users.getOrDefault(user, Map.of()).values().stream().sorted(ORDER).toList());
  }

  @Override
  public synchronized Multi<Interaction> all() {
    return Multi.createFrom()
        .iterable(users.values().stream().flatMap(log -> log.values().stream()).toList());
  }

  @Override
  public synchronized Uni<Long> removeUser(UserId user) {
    Map<String, Interaction> removed = users.remove(user);
    return Uni.createFrom().item(removed == null ? 0L : (long) removed.size());
  }
}
