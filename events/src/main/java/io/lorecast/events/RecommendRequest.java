package io.lorecast.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code io.lorecast.recommend-request.v1}: somebody wants items. Sent by the API gateway or a bus.
 *
 * @param requestId comes back in the answer; made up if absent
 * @param userId for whom; absent for somebody unknown
 * @param similarTo ask for items like this one; for the user's taste if absent
 * @param k how many, 1 to 100; 10 if absent
 * @param where only items that have, for each attribute named, one of the values given
 * @param exclude items that must not come
 * @param includeSeen whether items the user has met may come; false if absent
 * @param diversity how much the list is spread, 0 (by score alone) to 1; configured if absent
 * @param explain how much is said about why: {@code none}, {@code short} or {@code full}; short if
 *     absent
 * @param language BCP 47 tag of the sentences; English if absent or not spoken
 */
public record RecommendRequest(
    @Nullable String requestId,
    @Nullable String userId,
    @Nullable String similarTo,
    @Nullable Integer k,
    @Nullable Map<String, List<String>> where,
    @Nullable List<String> exclude,
    @Nullable Boolean includeSeen,
    @Nullable Double diversity,
    @Nullable String explain,
    @Nullable String language) {}
