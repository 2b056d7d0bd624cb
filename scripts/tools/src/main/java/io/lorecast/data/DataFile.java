package io.lorecast.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * One file of a {@link DataFolder}: UTF-8 text, packed with gzip if its name ends in {@code .gz}.
 * Line ends may be LF or CRLF, a byte order mark is skipped, and so are empty lines.
 *
 * @param <T> the event record that each line stands for
 */
public final class DataFile<T> {

  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final Format<T> format;

  DataFile(Path path, Format<T> format) {
    this.path = path;
    this.format = format;
  }

  /** Returns where it lies. */
  public Path path() {
    return path;
  }

  /** Returns the name that reports call it by. */
  public String name() {
    return path.getFileName().toString();
  }

  /**
   * Returns its lines, header excluded, in file order, read as the stream is consumed; the caller
   * closes the stream.
   *
   * @throws DataException from the call or from the stream, if the file cannot be opened, is
   *     damaged, or has a header without the columns it needs
   */
  public Stream<Line<T>> lines() {
    BufferedReader reader = open();
    NumberedLines lines = new NumberedLines(name(), reader);
    try {
      return format.lines(lines).onClose(() -> close(reader));
    } catch (RuntimeException e) {
      close(reader);
      throw e;
    }
  }

  /**
   * Returns the records of {@link #lines()}, for readers that have no use for a faulty file.
   *
   * @throws DataException from the stream, at the first line that cannot be read
   */
  public Stream<T> records() {
    return lines()
        .map(
            line ->
                switch (line) {
                  case Line.Accepted<T> accepted -> accepted.value();
                  case Line.Rejected<T> rejected ->
                      throw new DataException(
                          "%s line %d: %s %s"
                              .formatted(
                                  name(), rejected.number(), rejected.field(), rejected.problem()));
                });
  }

  /**
   * Returns how many lines {@link #lines()} has. Reads the file once.
   *
   * @throws DataException as {@link #lines()} does
   */
  public long countLines() {
    try (BufferedReader reader = open()) {
      return format.count(new NumberedLines(name(), reader));
    } catch (IOException e) {
      throw new DataException("Cannot close " + path + ": " + e.getMessage(), e);
    }
  }

  /** Lets {@code reading} read its lines as they are, header included. */
  void read(Consumer<NumberedLines> reading) {
    try (BufferedReader reader = open()) {
      reading.accept(new NumberedLines(name(), reader));
    } catch (IOException e) {
      throw new DataException("Cannot close " + path + ": " + e.getMessage(), e);
    }
  }

  /** Returns a SHA-256 digest of its bytes, in hexadecimal: equal for equal files. */
  public String fingerprint() {
    try {
      return FileHash.of(path);
    } catch (IOException e) {
      throw new DataException("Cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private BufferedReader open() {
    try {
      InputStream bytes = Files.newInputStream(path);
      boolean empty = Files.size(path) == 0;
      InputStream text = name().endsWith(".gz") && !empty ? unpack(bytes) : bytes;
      return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8), BUFFER);
    } catch (IOException e) {
      throw new DataException("Cannot open " + path + ": " + e.getMessage(), e);
    }
  }

  private static InputStream unpack(InputStream bytes) throws IOException {
    try {
      return new GZIPInputStream(bytes, BUFFER);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a file is laid out. */
  interface Format<T> {

    /** Returns what is read of {@code lines}, in their order. */
    Stream<Line<T>> lines(NumberedLines lines);

    /** Returns how much {@link #lines} would return. */
    long count(NumberedLines lines);
  }

  /** A format in which each line stands for itself. */
  @FunctionalInterface
  interface LineFormat<T> extends Format<T> {

    /** Returns what reads each line, after taking the header from {@code lines} if there is one. */
    LineParser<T> parser(NumberedLines lines);

    @Override
    default Stream<Line<T>> lines(NumberedLines lines) {
      LineParser<T> parser = parser(lines);
      return lines.stream()
          .map(
              text ->
                  text.isValid()
                      ? parser.parse(text.number(), text.value())
                      : new Line.Rejected<>(text.number(), "line", "is not valid UTF-8"));
    }

    @Override
    default long count(NumberedLines lines) {
      LineParser<T> _ = parser(lines); // takes the header
      return lines.stream().count();
    }
  }
}
