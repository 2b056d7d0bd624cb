package io.lorecast.ranking;

import io.lorecast.learning.FittedModel;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.model.ItemId;
import io.lorecast.sequence.SequenceModel;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * The copy of the catalogue that a process ranks from: items, their features under one model, and
 * their counters.
 *
 * <p>Safe for any number of readers and writers: readers share a lock for the length of one ranking
 * (well under a millisecond for thousands of items; some twenty for one that is explained in full),
 * a writer holds it alone for one item or for the switch to another model, whose features were
 * computed before without the lock. So every ranking sees one model and whole items.
 */
public final class Catalogue {

  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** Serialises writers, so that a new model's features can be computed beside the readers. */
  private final Object writing = new Object();

  private final CatalogueView view;

  /** Creates an empty catalogue under {@code model}. */
  public Catalogue(FittedModel model, LearnerSettings decay, RankingSettings settings) {
    this.view = new CatalogueView(model, new Popularity(decay, settings.popularityFloor()));
  }

  /**
   * Adds {@code item} or replaces it; its counters stay.
   *
   * @param content what the encoder says of it, raw; empty if it has not been encoded
   */
  public void put(CatalogueItem item, Optional<Embedding> content) {
    write(() -> view.put(item, content));
  }

  /** Removes an item with its counters; an absent one does not matter. */
  public void remove(ItemId item) {
    write(() -> view.remove(item));
  }

  /** Replaces the counters of {@code item}; of an absent one, does nothing. */
  public void updateCounts(ItemId item, ItemCounts counts) {
    write(
        () -> {
          int slot = view.slot(item);
          if (slot >= 0) {
            view.popularity.set(slot, counts);
          }
        });
  }

  /** Switches to another model: every item's features are derived anew. */
  public void useModel(FittedModel model) {
    synchronized (writing) {
      ItemFeatures.Rows rows = view.rowsUnder(model);
      lock.writeLock().lock();
      try {
        view.use(model, rows);
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  /** Takes over rows of the sequence term that changed, or all the first time. */
  public void updateSequence(SequenceModel later) {
    write(() -> view.use(later));
  }

  /** Returns whether anything has been learned for the sequence term. */
  public boolean hasSequence() {
    return read(current -> !current.sequence.isEmpty());
  }

  /** Returns the model in use. */
  public FittedModel model() {
    return read(current -> current.model);
  }

  /** Returns how many items there are. */
  public int size() {
    return read(CatalogueView::size);
  }

  /** Returns all items, in the order of their ids. */
  public List<ItemId> ids() {
    return read(
        current ->
            Arrays.stream(current.items, 0, current.slots())
                .filter(Objects::nonNull)
                .map(CatalogueItem::id)
                .sorted(Comparator.comparing(ItemId::value))
                .toList());
  }

  /** Returns the item, or empty if it is not in the catalogue. */
  public Optional<CatalogueItem> find(ItemId id) {
    return read(
        current -> {
          int slot = current.slot(id);
          return slot < 0 ? Optional.empty() : Optional.ofNullable(current.items[slot]);
        });
  }

  /** Returns what {@code reading} makes of the catalogue with its popularity terms as of now. */
  <R> R readAt(Instant now, Function<CatalogueView, R> reading) {
    lock.readLock().lock();
    try {
      if (view.popularity.isAt(now)) {
        return reading.apply(view);
      }
    } finally {
      lock.readLock().unlock();
    }
    write(() -> view.at(now));
    // Another request may have moved the terms on by a tick meanwhile; that is as good.
    return read(reading);
  }

  private <R> R read(Function<CatalogueView, R> reading) {
    lock.readLock().lock();
    try {
      return reading.apply(view);
    } finally {
      lock.readLock().unlock();
    }
  }

  private void write(Runnable change) {
    synchronized (writing) {
      lock.writeLock().lock();
      try {
        change.run();
      } finally {
        lock.writeLock().unlock();
      }
    }
  }
}
