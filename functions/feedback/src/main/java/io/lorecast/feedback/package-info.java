/**
 * Learns from what users do: logs an interaction, then changes the user's history and the counters,
 * once. {@link io.lorecast.feedback.FeedbackFunction} is the way in; the mathematics is in {@code
 * io.lorecast.learning}, applying it in {@link io.lorecast.store.LearningWriter}.
 */
@NullMarked
package io.lorecast.feedback;

import org.jspecify.annotations.NullMarked;
