/**
 * What is liked after what, learned from the order of events by one writer at a time: {@link
 * io.lorecast.sequence.SequenceLearner} makes the rows that the score's sequence term multiplies.
 * Who that writer is, and how its rows reach readers, is for {@code store}.
 */
@NullMarked
package io.lorecast.sequence;

import org.jspecify.annotations.NullMarked;
