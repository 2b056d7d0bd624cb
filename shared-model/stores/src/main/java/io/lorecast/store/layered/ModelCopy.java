package io.lorecast.store.layered;

import io.lorecast.store.HotCopy;
import io.lorecast.store.ModelStore;
import io.smallrye.mutiny.Uni;

/** The current model. */
record ModelCopy(ModelStore record, ModelStore hot) implements HotCopy {

  @Override
  public String name() {
    return "models";
  }

  @Override
  public Uni<Long> restore() {
    return record
        .current()
        .chain(
            model ->
                model
                    .map(found -> hot.publish(found).replaceWith(1L))
                    .orElseGet(() -> Uni.createFrom().item(0L)));
  }
}
