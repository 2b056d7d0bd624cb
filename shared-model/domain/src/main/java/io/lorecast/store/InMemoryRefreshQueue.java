package io.lorecast.store;

import io.lorecast.model.EntityId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link RefreshQueue} that forgets everything with its process. */
public final class InMemoryRefreshQueue implements RefreshQueue {

  private record What(EntityId node, Extent extent) {}

  private static final Comparator<Task> ORDER =
      Comparator.comparingLong(Task::ticket)
          .thenComparing(Task::extent)
          .thenComparing(task -> task.node().value());

  private final Map<What, Long> tickets = new HashMap<>();
  private long last;

  @Override
  public synchronized Uni<Void> add(Collection<EntityId> nodes, Extent extent) {
    last++;
    nodes.forEach(node -> tickets.put(new What(node, extent), last));
    return Uni.createFrom().voidItem();
  }

  @Override
  public synchronized Uni<List<Task>> oldest(int limit) {
    return Uni.createFrom()
        .item(
            tickets.entrySet().stream()
                .map(e -> new Task(e.getKey().node(), e.getKey().extent(), e.getValue()))
                .sorted(ORDER)
                .limit(limit)
                .toList());
  }

  @Override
  public synchronized Uni<Void> done(Collection<Task> tasks) {
    tasks.forEach(task -> tickets.remove(new What(task.node(), task.extent()), task.ticket()));
    return Uni.createFrom().voidItem();
  }

  @Override
  public synchronized Uni<Long> size() {
    return Uni.createFrom().item((long) tickets.size());
  }
}
