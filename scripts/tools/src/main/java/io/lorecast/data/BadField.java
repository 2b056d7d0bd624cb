package io.lorecast.data;

/** A field that does not say what it should; becomes a {@link Line.Rejected}. */
final class BadField extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String problem;

  BadField(String field, String problem) {
    // No stack trace: a file may hold millions of them, and each is an answer, not a fault.
    super(field + " " + problem, null, false, false);
    this.field = field;
    this.problem = problem;
  }

  String field() {
    return field;
  }

  String problem() {
    return problem;
  }
}
