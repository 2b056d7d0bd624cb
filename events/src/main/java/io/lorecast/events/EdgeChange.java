package io.lorecast.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One edge of a {@link KgUpdated}.
 *
 * @param head the entity it starts at, {@code type:name}; an item is {@code item:<itemId>}
 * @param relation its type
 * @param tail the entity it ends at
 * @param weight how much it says, above 0 and at most 1; 1 if absent
 * @param validFrom when it begins to stand; at once if absent
 * @param validUntil when it ceases to stand, after {@code validFrom}; never if absent
 */
public record EdgeChange(
    String head,
    String relation,
    String tail,
    @Nullable Double weight,
    @Nullable Instant validFrom,
    @Nullable Instant validUntil) {

  /** Creates an edge without bounds in time. */
  public EdgeChange(String head, String relation, String tail, @Nullable Double weight) {
    this(head, relation, tail, weight, null, null);
  }
}
