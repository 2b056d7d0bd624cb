package io.lorecast.importer;

import io.lorecast.data.DataFile;
import io.lorecast.data.Line;
import io.lorecast.events.FeedbackReceived;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Feedback in the order in which it happened. The receiver learns the same from any order, but from
 * this one with the least work: nothing has to be put between what it has already learned.
 */
final class TimeOrder {

  /** Files of more lines (about 350 bytes each in memory) are left in file order. */
  static final long MOST_LINES_SORTED = 500_000;

  private TimeOrder() {}

  /**
   * Returns the lines of {@code file}, earliest first, those of the same time in file order;
   * unreadable lines come first and those without a time last.
   */
  static Stream<Line<FeedbackReceived>> of(DataFile<FeedbackReceived> file) {
    if (file.countLines() > MOST_LINES_SORTED) {
      return file.lines();
    }
    try (Stream<Line<FeedbackReceived>> lines = file.lines()) {
      List<Line<FeedbackReceived>> sorted =
          lines.sorted(Comparator.comparing(TimeOrder::time)).toList();
      return sorted.stream();
    }
  }

  private static Instant time(Line<FeedbackReceived> line) {
    return switch (line) {
      case Line.Rejected<FeedbackReceived> rejected -> Instant.MIN;
      case Line.Accepted<FeedbackReceived> accepted -> {
        Instant at = accepted.value().occurredAt();
        yield at == null ? Instant.MAX : at;
      }
    };
  }
}
