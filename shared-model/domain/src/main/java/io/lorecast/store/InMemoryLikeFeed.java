package io.lorecast.store;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A {@link LikeFeed} that forgets everything with its process. */
public final class InMemoryLikeFeed implements LikeFeed {

  private final TreeMap<Long, Like> likes = new TreeMap<>();
  private long last;

  @Override
  public synchronized Uni<Void> append(List<Like> more) {
    more.forEach(like -> likes.put(++last, like));
    while (likes.size() > KEPT) {
      likes.pollFirstEntry();
    }
    return Uni.createFrom().voidItem();
  }

  @Override
  public synchronized Uni<Batch> after(String position, int most) {
    long from = position.equals(BEGINNING) ? 0 : Long.parseLong(position);
    List<Map.Entry<Long, Like>> found =
        likes.tailMap(from, false).entrySet().stream().limit(most).toList();
    String end = found.isEmpty() ? position : Long.toString(found.getLast().getKey());
    return Uni.createFrom().item(new Batch(found.stream().map(Map.Entry::getValue).toList(), end));
  }
}
