package io.lorecast.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The lines of a text with their numbers, from 1; empty ones are counted and left out. */
final class NumberedLines implements Iterator<NumberedLines.Text> {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** One line without its end. */
  record Text(long number, String value) {

    /** Returns whether it is UTF-8: the decoder puts this character in the place of what is not. */
    boolean isValid() {
      return value.indexOf('\uFFFD') < 0;
    }
  }

  private final String file;
  private final BufferedReader reader;
  private long number;
  private @Nullable Text next;

  /**
   * Creates the lines.
   *
   * @param file what error messages call it
   */
  NumberedLines(String file, BufferedReader reader) {
    this.file = file;
    this.reader = reader;
  }

  String file() {
    return file;
  }

  /** Returns the lines that have not been read, read as the stream is consumed. */
  Stream<Text> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  /** Returns the text itself, for formats that are not made of lines. */
  Reader reader() {
    return reader;
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = read();
    }
    return next != null;
  }

  @Override
  public Text next() {
    if (!hasNext()) {
      throw new NoSuchElementException(file + " ends at line " + number);
    }
    Text text = Objects.requireNonNull(next);
    next = null;
    return text;
  }

  private @Nullable Text read() {
    try {
      String line = reader.readLine();
      while (line != null) {
        number++;
        String text = number == 1 ? withoutMark(line) : line;
        if (!text.isEmpty()) {
          return new Text(number, text);
        }
        line = reader.readLine();
      }
      return null;
    } catch (IOException e) {
      throw new DataException(
          "%s cannot be read after line %d: %s".formatted(file, number, e.getMessage()), e);
    }
  }

  private static String withoutMark(String line) {
    return !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
  }
}
