package io.lorecast.model;

/**
 * An event or value that cannot be meant: refused for good, never delivered again. The message
 * names the field, what was expected and what came.
 */
public final class InvalidEventException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String problem;

  /**
   * Creates a refusal.
   *
   * @param field the field at fault, as the sender wrote it, for example {@code data.itemId}
   * @param problem what was expected and what came, for example {@code must be 1 to 5, was 9}
   */
  public InvalidEventException(String field, String problem) {
    super(field + " " + problem);
    this.field = field;
    this.problem = problem;
  }

  /** Returns the same refusal where the field at fault belongs to {@code parent}. */
  public InvalidEventException within(String parent) {
    return new InvalidEventException(parent + "." + field, problem);
  }

  /** Returns the field at fault. */
  public String field() {
    return field;
  }

  /** Returns what was expected and what came. */
  public String problem() {
    return problem;
  }
}
