package io.lorecast.importer;

import io.lorecast.data.DataFolder;
import io.lorecast.data.Line;
import io.lorecast.events.EventTypes;
import io.lorecast.events.ModelRefreshRequested;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One import: each section in turn, then the model refresh. Another thread may {@link #interrupt()}
 * it; all other methods belong to the thread that runs it.
 */
final class ImportRun {

  private static final long SAVE_INTERVAL = Duration.ofSeconds(1).toNanos();
  private static final Duration REFRESH_TIMEOUT = Duration.ofMinutes(30);

  private final EventClient client;
  private final StateFile state;
  private final RejectList rejects;
  private final Meter.Maker meters;
  private final int inFlight;
  private final List<Summary.Row> rows = new ArrayList<>();
  private volatile @Nullable Current current;
  private long lastSave = System.nanoTime();

  ImportRun(
      EventClient client, StateFile state, RejectList rejects, Meter.Maker meters, int inFlight) {
    this.client = client;
    this.state = state;
    this.rejects = rejects;
    this.meters = meters;
    this.inFlight = inFlight;
  }

  /** The section under way. */
  private record Current(String section, Ledger ledger, Meter meter) {}

  /**
   * Sends what {@code folder} holds and no earlier import has sent.
   *
   * @throws DeliveryException if the receiver answers no more; what is done is kept in the state
   */
  void send(DataFolder folder) throws InterruptedException, IOException {
    for (Section<?> section : Section.of(folder)) {
      send(section);
    }
  }

  private <T> void send(Section<T> section) throws InterruptedException, IOException {
    Progress earlier = state.progress(section.name(), section.file().fingerprint());
    Ledger ledger = new Ledger(earlier, rejects::add);
    long started = System.nanoTime();
    try (Stream<Line<T>> lines = section.lines().apply(section.file()).skip(earlier.lines());
        Meter meter = meters.make(section.name(), earlier.lines(), section.file().countLines())) {
      current = new Current(section.name(), ledger, meter);
      Iterator<Parcel<T>> parcels =
          Parcel.pack(section.file().name(), lines.iterator(), section.parcelSize());
      new Delivery<>(section, client, inFlight).send(parcels, ledger, this::look);
    } finally {
      save();
      current = null;
      rows.add(
          new Summary.Row(section.name(), earlier, ledger.done(), System.nanoTime() - started));
    }
  }

  private void look() throws IOException {
    Current now = current;
    if (now == null) {
      return;
    }
    now.meter().at(now.ledger().answeredLines());
    if (System.nanoTime() - lastSave > SAVE_INTERVAL) {
      save();
    }
  }

  private void save() throws IOException {
    lastSave = System.nanoTime();
    Current now = current;
    if (now != null) {
      state.save(now.section(), now.ledger().done());
    }
  }

  /** Shows why the section under way takes longer than it should. */
  void note(String message) {
    Current now = current;
    if (now != null) {
      now.meter().note(message);
    }
  }

  /** Asks for a new model and waits for it. */
  void refresh() {
    String refreshId = "import-" + UUID.randomUUID();
    Event event =
        Event.of(
            EventTypes.MODEL_REFRESH, refreshId, new ModelRefreshRequested(refreshId, null, null));
    try {
      if (client.post(event, REFRESH_TIMEOUT).join() instanceof Answer.Refused refused) {
        throw new DeliveryException("The model refresh was " + refused.problem());
      }
    } catch (CompletionException e) {
      throw e.getCause() instanceof DeliveryException delivery ? delivery : e;
    }
  }

  /**
   * Keeps what is done; to be called when the program is being ended.
   *
   * @return whether there was something under way
   */
  boolean interrupt() {
    boolean underWay = current != null;
    try {
      save();
    } catch (IOException e) {
      note("how far it is could not be kept: " + e.getMessage());
    }
    return underWay;
  }

  /** Forgets how far the import is; to be called when it is complete. */
  void forget() throws IOException {
    state.delete();
  }

  /** Returns what was done, section by section. */
  List<Summary.Row> rows() {
    return List.copyOf(rows);
  }

  /** Returns how many lines were rejected, by this import and the earlier ones it goes on from. */
  long rejected() {
    return rows.stream().mapToLong(row -> row.done().rejected()).sum();
  }
}
