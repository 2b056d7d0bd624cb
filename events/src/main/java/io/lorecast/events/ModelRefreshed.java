package io.lorecast.events;

/**
 * {@code io.lorecast.model-refreshed.v1}: a model version is current. Sent by model-refresh.
 *
 * @param refreshId the request
 * @param version the version that is current now
 * @param items how many items it was fitted on
 * @param users how many users
 * @param interactions how many interactions
 */
public record ModelRefreshed(
    String refreshId, String version, int items, int users, long interactions) {}
