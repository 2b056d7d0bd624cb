package io.lorecast.kgupdated;

import io.lorecast.events.EncodeLabels;
import io.lorecast.events.NeighboursRefreshed;
import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what a change described to be encoded: neighbours-refreshed in, encode-labels out. A
 * step of its own, since a function has one answer, and since the encoders should hear of the few
 * changes that say what something is called, and sleep through the others.
 */
@Singleton
public class NeighboursRefreshedFunction {

  /** Returns what to encode; null if the change described nothing. */
  @Funq("neighbours-refreshed")
  public @Nullable EncodeLabels onNeighboursRefreshed(NeighboursRefreshed event) {
    List<String> described = event.described();
    return described == null || described.isEmpty()
        ? null
        : new EncodeLabels(event.changeId(), described);
  }
}
