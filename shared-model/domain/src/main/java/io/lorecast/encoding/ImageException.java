package io.lorecast.encoding;

import org.jspecify.annotations.Nullable;

/**
 * An image or video that is not taken. The message names the field, what was expected and found.
 */
public final class ImageException extends RuntimeException {

  /** Why it was not taken. */
  public enum Reason {
    /** It lies where nothing may be read from, or is named in a way we do not know. */
    NOT_ALLOWED,
    /** There is nothing where it should be. */
    MISSING,
    /** It could not be fetched now: worth another try. */
    UNREACHABLE,
    /** Its first bytes are of no type that is read. */
    UNKNOWN_TYPE,
    /** It is broken or cut off. */
    CORRUPT,
    /** The file is too large. */
    TOO_MANY_BYTES,
    /** The picture is too large. */
    TOO_MANY_PIXELS,
    /** Decoding it takes too long. */
    TOO_SLOW,
    /** A program that reads such files is not installed. */
    NO_PROGRAM
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String field;
  private final String expected;
  private final String found;

  /**
   * Creates a refusal.
   *
   * @param field what is at fault, for example {@code image}
   * @param expected for example {@code at most 10485760 bytes}
   * @param found for example {@code 12000000 bytes}
   */
  public ImageException(
      Reason reason, String field, String expected, String found, @Nullable Throwable cause) {
    super(field + ": expected " + expected + ", found " + found, cause);
    this.reason = reason;
    this.field = field;
    this.expected = expected;
    this.found = found;
  }

  /** Creates a refusal that nothing else caused. */
  public ImageException(Reason reason, String field, String expected, String found) {
    this(reason, field, expected, found, null);
  }

  /** Returns the same refusal under the name {@code field}, for example {@code data.images[2]}. */
  public ImageException at(String field) {
    return new ImageException(reason, field, expected, found, this);
  }

  /** Returns why it was not taken. */
  public Reason reason() {
    return reason;
  }

  /** Returns what is at fault. */
  public String field() {
    return field;
  }

  /** Returns whether another try may succeed, with nothing changed on either side. */
  public boolean isTransient() {
    return reason == Reason.UNREACHABLE;
  }
}
