package io.lorecast.store.layered;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.store.HotCopy;
import io.lorecast.store.ModelStore;
import io.smallrye.mutiny.Uni;

/** The contents in the space that readers use now. */
record ContentCopy(ModelStore models, LayeredVectorStores vectors) implements HotCopy {

  @Override
  public String name() {
    return "contents";
  }

  @Override
  public Uni<Long> restore() {
    return models
        .currentSpace()
        .map(ContentSpace::id)
        .chain(space -> vectors.contentCopy(space).restore());
  }
}
