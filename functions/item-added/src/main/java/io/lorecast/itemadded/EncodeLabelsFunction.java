package io.lorecast.itemadded;

import io.lorecast.events.EncodeLabels;
import io.lorecast.events.LabelsEncoded;
import io.lorecast.model.EntityId;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Reads what entities are called: encode-labels in, labels-encoded out. The labels are those of the
 * entity store and not of the event, so late and repeated events do no harm.
 */
@Singleton
public class EncodeLabelsFunction {

  private final LabelVectorWriter labels;

  EncodeLabelsFunction(LabelVectorWriter labels) {
    this.labels = labels;
  }

  /** Encodes the labels that have not been encoded yet. */
  @Funq("encode-labels")
  public Uni<LabelsEncoded> onEncodeLabels(EncodeLabels event) {
    List<EntityId> entities = event.entities().stream().map(EntityId::new).toList();
    return labels.save(entities).replaceWith(new LabelsEncoded(event.changeId(), event.entities()));
  }
}
