package io.lorecast.events;

import java.util.List;

/**
 * {@code io.lorecast.labels-encoded.v1}: the vectors of these entities' labels are stored. Sent by
 * item-added, handled by kg-updated, which refreshes what lies around them.
 *
 * @param changeId the change that said what they are called
 * @param entities whose labels have been encoded
 */
public record LabelsEncoded(String changeId, List<String> entities) {}
