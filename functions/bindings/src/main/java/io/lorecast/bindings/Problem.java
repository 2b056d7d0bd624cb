package io.lorecast.bindings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request failed, as RFC 9457 has it ({@code application/problem+json}).
 *
 * @param type {@code about:blank}: the status says what kind of problem it is
 * @param title the kind of problem
 * @param status the HTTP status
 * @param detail what is wrong, for a person
 * @param field the first field at fault, if fields are
 * @param errors every field at fault, if there are several or if the request was a batch
 * @param accepted of a batch: how many members were applied
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String field,
    @Nullable List<FieldError> errors,
    @Nullable Integer accepted) {

  /**
   * One field at fault.
   *
   * @param index of a batch: which member, from 0
   * @param status of a batch: what the member alone would have been answered
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FieldError(
      @Nullable Integer index, @Nullable Integer status, @Nullable String field, String detail) {}

  /** Returns a problem without fields. */
  public static Problem of(int status, String title, String detail) {
    return new Problem("about:blank", title, status, detail, null, null, null);
  }

  /** Returns the problem that {@code refused} says. */
  static Problem of(RefusedException refused) {
    List<Violation> violations = refused.violations();
    return new Problem(
        "about:blank",
        refused.title(),
        refused.status(),
        refused.detail(),
        violations.isEmpty() ? null : violations.getFirst().field(),
        violations.size() < 2 ? null : errors(violations),
        null);
  }

  private static List<FieldError> errors(List<Violation> violations) {
    return violations.stream()
        .map(violation -> new FieldError(null, null, violation.field(), violation.toString()))
        .toList();
  }
}
