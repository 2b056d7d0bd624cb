package io.lorecast.data;

/** Turns the text of one line into an event record. */
@FunctionalInterface
interface LineParser<T> {

  /** Returns what {@code text} says, or the reason why it says nothing. */
  Line<T> parse(long number, String text);
}
