package io.lorecast.store;

import io.lorecast.model.ItemId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@link ChangeFeed} that forgets everything with its process. */
public final class InMemoryChangeFeed implements ChangeFeed {

  private final Map<ItemId, Long> changed = new HashMap<>();
  private final Map<ItemId, Long> counted = new HashMap<>();
  private long revision;
  private String generation = "";

  @Override
  public synchronized Uni<Void> announce(Collection<ItemId> items) {
    revision++;
    items.forEach(item -> changed.put(item, revision));
    return Uni.createFrom().voidItem();
  }

  /** Announces that the counters of {@code items} changed, and nothing else of them. */
  synchronized void announceCounted(Collection<ItemId> items) {
    revision++;
    items.forEach(item -> counted.put(item, revision));
  }

  @Override
  public synchronized Uni<Changes> since(long asked) {
    Set<ItemId> items = after(asked, changed);
    Set<ItemId> alone = after(asked, counted);
    alone.removeAll(items);
    return Uni.createFrom().item(new Changes(generation, revision, items, alone));
  }

  private static Set<ItemId> after(long asked, Map<ItemId, Long> revisions) {
    return revisions.entrySet().stream()
        .filter(change -> change.getValue() > asked)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Override
  public synchronized Uni<Void> begin(String named) {
    generation = named;
    return Uni.createFrom().voidItem();
  }
}
