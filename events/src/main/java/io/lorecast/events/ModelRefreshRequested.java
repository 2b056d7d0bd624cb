package io.lorecast.events;

import org.jspecify.annotations.Nullable;

/**
 * {@code io.lorecast.model-refresh.v1}: fit the batch part of the model. Sent by a scheduler.
 *
 * @param refreshId names the request
 * @param rebuild whether to restore all hot state from the record first; false if absent
 * @param space the content space to switch to, as encode-catalogue says; the one in use if absent
 */
public record ModelRefreshRequested(
    String refreshId, @Nullable Boolean rebuild, @Nullable String space) {}
