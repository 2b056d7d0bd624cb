package io.lorecast.kgupdated;

import io.lorecast.events.LabelsEncoded;
import io.lorecast.events.NeighboursRefreshed;
import io.lorecast.model.EntityId;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/**
 * Refreshes the vectors around entities whose labels have been encoded: labels-encoded in,
 * neighbours-refreshed out. What the entities are called is read then, so late and repeated events
 * do no harm.
 */
@Singleton
public class LabelsEncodedFunction {

  private final Refreshes refreshes;

  LabelsEncodedFunction(Refreshes refreshes) {
    this.refreshes = refreshes;
  }

  @Funq("labels-encoded")
  public Uni<NeighboursRefreshed> onLabelsEncoded(LabelsEncoded event) {
    Set<EntityId> entities = new HashSet<>();
    for (int i = 0; i < event.entities().size(); i++) {
      entities.add(EdgeMapper.entity("entities[" + i + "]", event.entities().get(i)));
    }
    return refreshes.around(event.changeId(), entities);
  }
}
