package io.lorecast.events;

import org.jspecify.annotations.Nullable;

/**
 * {@code io.lorecast.model-refreshed.v1}: a model version is current, the one that was fitted or,
 * if that was worse, the one before. Sent by model-refresh.
 *
 * @param refreshId the request
 * @param version the version that is current now
 * @param items how many items the fit saw
 * @param users how many users
 * @param interactions how many interactions
 * @param promoted whether the version is the one that was fitted; true if absent
 * @param heldOutNdcg NDCG@20 of what was fitted on likes that it has not seen, 0 to 1; absent where
 *     there was nothing to compare it with
 * @param currentHeldOutNdcg that of the version before, on the same likes
 */
public record ModelRefreshed(
    String refreshId,
    String version,
    int items,
    int users,
    long interactions,
    @Nullable Boolean promoted,
    @Nullable Double heldOutNdcg,
    @Nullable Double currentHeldOutNdcg) {}
