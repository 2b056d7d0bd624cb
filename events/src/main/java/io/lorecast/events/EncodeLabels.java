package io.lorecast.events;

import java.util.List;

/**
 * {@code io.lorecast.encode-labels.v1}: somebody said what these entities are called. Sent by
 * kg-updated, handled by item-added, where the encoders are.
 *
 * @param changeId the change that said so
 * @param entities whose labels, as the entity store has them, are to be encoded
 */
public record EncodeLabels(String changeId, List<String> entities) {}
