package io.lorecast.learning;

import io.lorecast.model.Context;
import io.lorecast.model.ItemId;

/**
 * An addition to the counters of one item. All integers, so that additions in any order give the
 * same bits.
 *
 * @param events interactions of any kind
 * @param likes interactions that say the user likes it
 * @param popularity the addition to the slowly decaying like counter of {@code popularityEpoch}
 * @param trend the addition to the fast decaying like counter of {@code trendEpoch}
 * @param context to whose like counters, one for each value, {@code popularity} is added as well
 */
public record CountIncrement(
    ItemId item,
    long events,
    long likes,
    long popularityEpoch,
    long popularity,
    long trendEpoch,
    long trend,
    Context context) {}
