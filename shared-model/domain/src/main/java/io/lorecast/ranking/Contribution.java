package io.lorecast.ranking;

import java.util.Optional;

/**
 * What one item of the user's history adds to the personal part of a score: its Shapley value.
 *
 * @param of the item met; empty for all that lie further back, taken together
 * @param value negative if it speaks against the recommended item
 */
public record Contribution(Optional<MetItem> of, double value) {}
