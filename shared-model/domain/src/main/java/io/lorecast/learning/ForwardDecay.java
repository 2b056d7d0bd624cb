package io.lorecast.learning;

/** Counters that decay with time and yet are only ever added to. */
public final class ForwardDecay {
  private ForwardDecay() {}
}
