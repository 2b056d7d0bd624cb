package io.lorecast.bindings;

import java.util.List;
import java.util.stream.Collectors;

/** A request that is wrong as it stands, and will be wrong again if it is sent again. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final String detail;
  private final transient List<Violation> violations;

  RefusedException(int status, String title, List<Violation> violations) {
    this(status, title, violations, inWords(violations));
  }

  private RefusedException(int status, String title, List<Violation> violations, String detail) {
    super(detail);
    this.detail = detail;
    this.status = status;
    this.title = title;
    this.violations = List.copyOf(violations);
  }

  /** Returns a refusal of an event that cannot be meant. */
  static RefusedException invalid(List<Violation> violations) {
    return new RefusedException(400, "Invalid event", violations);
  }

  /** Returns a refusal of an event with one thing wrong. */
  static RefusedException invalid(String field, String problem) {
    return invalid(List.of(new Violation(field, problem)));
  }

  private static String inWords(List<Violation> violations) {
    return violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
  }

  /** Returns every violation in words. */
  String detail() {
    return detail;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  List<Violation> violations() {
    return violations;
  }
}
