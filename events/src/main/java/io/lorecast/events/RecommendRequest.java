package io.lorecast.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code io.lorecast.recommend-request.v1}: somebody wants items, or wants to know whom one is for.
 * Sent by the API gateway or a bus. Which fields go with which task is in the schema.
 *
 * @param requestId comes back in the answer; made up if absent
 * @param task {@code items}, {@code similar-items}, {@code group}, {@code search}, {@code
 *     users-like-me}, {@code audience} or {@code batch}; if absent, {@code similar-items} where
 *     {@code similarTo} is given, else {@code items}
 * @param userId for whom; absent for somebody unknown
 * @param userIds the members of a group
 * @param misery how much of a group's score the least content member decides, 0 to 1; configured if
 *     absent
 * @param similarTo ask for items like this one
 * @param itemId the item whose audience is asked for
 * @param query what to search for, in words
 * @param vector what to search for, encoded
 * @param session items that the user looked at in this session, oldest first; not stored
 * @param context on what device, when in the day and where it is asked
 * @param k how many, 1 to 100; 10 if absent
 * @param where only items that have, for each attribute named, one of the values given
 * @param filter only items of which this predicate holds
 * @param boost what is added to the scores of items
 * @param multipliers what is added to the scores by a number of the item
 * @param caps how many items may share a value, by attribute
 * @param exclude items that must not come
 * @param includeSeen whether items the user has met may come; false if absent
 * @param diversity how much the list is spread, 0 (by score alone) to 1; configured if absent
 * @param cursor where the answer before ended, as that answer said
 * @param requests the members of a batch
 * @param explain how much is said about why: {@code none}, {@code short} or {@code full}; short if
 *     absent
 * @param language BCP 47 tag of the sentences; English if absent or not spoken
 */
public record RecommendRequest(
    @Nullable String requestId,
    @Nullable String task,
    @Nullable String userId,
    @Nullable List<String> userIds,
    @Nullable Double misery,
    @Nullable String similarTo,
    @Nullable String itemId,
    @Nullable String query,
    @Nullable QueryVector vector,
    @Nullable List<String> session,
    @Nullable EventContext context,
    @Nullable Integer k,
    @Nullable Map<String, List<String>> where,
    @Nullable String filter,
    @Nullable List<Boost> boost,
    @Nullable List<Multiplier> multipliers,
    @Nullable Map<String, Integer> caps,
    @Nullable List<String> exclude,
    @Nullable Boolean includeSeen,
    @Nullable Double diversity,
    @Nullable String cursor,
    @Nullable List<Map<String, Object>> requests,
    @Nullable String explain,
    @Nullable String language) {

  /**
   * A text as the encoder reads it.
   *
   * @param space names the space of the catalogue's vectors
   * @param values in that space
   */
  public record QueryVector(String space, List<Float> values) {}

  /**
   * Adds to the scores of some items. One of {@code by} and {@code times} is given.
   *
   * @param when of which items, a predicate
   * @param by what is added, -10 to 10
   * @param times what the odds are multiplied by, above 0
   */
  public record Boost(String when, @Nullable Double by, @Nullable Double times) {}

  /**
   * Adds to the scores by a number of each item. One of {@code perUnit} and {@code power} is given.
   *
   * @param attribute which number
   * @param perUnit what each unit adds
   * @param power the odds are multiplied by the number raised to this
   */
  public record Multiplier(String attribute, @Nullable Double perUnit, @Nullable Double power) {}
}
