package io.lorecast.importer;

import io.lorecast.data.Line;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Neighbouring lines that travel in one event.
 *
 * @param lines those that could be read
 * @param rejects those among and after them that could not
 */
record Parcel<T>(List<Line.Accepted<T>> lines, List<Reject> rejects) {

  /** Returns {@code lines} of {@code file} in parcels of at most {@code size} lines each. */
  static <T> Iterator<Parcel<T>> pack(String file, Iterator<Line<T>> lines, int size) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return lines.hasNext();
      }

      @Override
      public Parcel<T> next() {
        if (!lines.hasNext()) {
          throw new NoSuchElementException();
        }
        return take(file, lines, size);
      }
    };
  }

  // Rejects count towards the size too, so that a file of nonsense is not gathered whole.
  private static <T> Parcel<T> take(String file, Iterator<Line<T>> lines, int size) {
    List<Line.Accepted<T>> accepted = new ArrayList<>(size);
    List<Reject> rejects = new ArrayList<>();
    while (lines.hasNext() && accepted.size() + rejects.size() < size) {
      switch (lines.next()) {
        case Line.Accepted<T> line -> accepted.add(line);
        case Line.Rejected<T> line ->
            rejects.add(new Reject(file, line.number(), line.field(), line.problem()));
      }
    }
    return new Parcel<>(accepted, rejects);
  }
}
