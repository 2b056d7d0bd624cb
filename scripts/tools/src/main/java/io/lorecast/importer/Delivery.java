package io.lorecast.importer;

import io.lorecast.data.Line;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends the parcels of one section, a bounded number at a time. */
final class Delivery<T> {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Section<T> section;
  private final EventClient client;
  private final int inFlight;
  private final Semaphore free;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Delivery(Section<T> section, EventClient client, int inFlight) {
    this.section = section;
    this.client = client;
    this.inFlight = inFlight;
    this.free = new Semaphore(inFlight);
  }

  /** Is told now and then that something may have changed. */
  interface Watcher {
    void look() throws IOException;
  }

  /**
   * Sends {@code parcels} and enters each in {@code ledger} once it is answered; returns when all
   * are.
   *
   * @throws DeliveryException if the receiver answers no more; what it has answered is entered
   */
  void send(Iterator<Parcel<T>> parcels, Ledger ledger, Watcher watcher)
      throws InterruptedException, IOException {
    for (long number = 0; failure.get() == null && parcels.hasNext(); number++) {
      long parcelNumber = number;
      Parcel<T> parcel = parcels.next();
      free.acquire();
      // Its failure is settled too.
      CompletableFuture<Outcome> _ =
          deliver(parcel)
              .whenComplete((outcome, error) -> settle(ledger, parcelNumber, outcome, error));
      watcher.look();
    }
    free.acquire(inFlight);
    watcher.look();
    rethrow(failure.get());
  }

  private void settle(
      Ledger ledger, long parcel, @Nullable Outcome outcome, @Nullable Throwable error) {
    try {
      if (outcome != null) {
        ledger.enter(parcel, outcome);
      } else {
        failure.compareAndSet(null, error);
      }
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    } finally {
      free.release();
    }
  }

  private CompletableFuture<Outcome> deliver(Parcel<T> parcel) {
    Outcome unreadable = Outcome.rejected(parcel.rejects());
    return parcel.lines().isEmpty()
        ? CompletableFuture.completedFuture(unreadable)
        : deliver(parcel.lines()).thenApply(unreadable::plus);
  }

  private CompletableFuture<Outcome> deliver(List<Line.Accepted<T>> lines) {
    Event event = section.event().apply(lines.stream().map(Line.Accepted::value).toList());
    return client
        .post(event, TIMEOUT)
        .thenCompose(
            answer ->
                switch (answer) {
                  case Answer.Taken taken ->
                      CompletableFuture.completedFuture(
                          Outcome.taken(lines.size(), taken.duplicate()));
                  case Answer.Refused refused -> refused(lines, refused);
                });
  }

  /** A refused event says nothing of its other lines: halves find out which one is at fault. */
  private CompletableFuture<Outcome> refused(List<Line.Accepted<T>> lines, Answer.Refused why) {
    if (lines.size() == 1) {
      Reject reject =
          new Reject(section.file().name(), lines.getFirst().number(), why.field(), why.problem());
      return CompletableFuture.completedFuture(Outcome.rejected(List.of(reject)));
    }
    int middle = lines.size() / 2;
    // One after the other, to stay within the bound on requests in flight.
    return deliver(lines.subList(0, middle))
        .thenCompose(
            first ->
                deliver(lines.subList(middle, lines.size()))
                    .thenApply(second -> first.plus(second)));
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure == null) {
      return;
    }
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    if (cause instanceof DeliveryException delivery) {
      throw delivery;
    }
    throw new IllegalStateException("an answer could not be dealt with", cause);
  }
}
