package io.lorecast.modelrefresh;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.View;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.FusionExample;
import io.lorecast.learning.FusionFitter;
import io.lorecast.learning.FusionFitter.Learned;
import io.lorecast.model.ItemId;
import io.lorecast.store.ContentFusion;
import io.lorecast.store.ItemStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.VectorStores;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Learns from the current model how much each view and each encoder counts in the content. */
@Singleton
class FusionLearning {

  private static final Logger LOG = Logger.getLogger(FusionLearning.class);

  private final ContentFusion fusion;
  private final ModelStore models;
  private final FusionFitter fitter;

  FusionLearning(ItemStore items, VectorStores vectors, ModelStore models, FusionFitter fitter) {
    this.fusion = new ContentFusion(items, vectors);
    this.models = models;
    this.fitter = fitter;
  }

  /** Emits the space with the weights that foretell behaviour best; often the current one. */
  Uni<ContentSpace> learn() {
    return models
        .current()
        .chain(
            model ->
                model
                    .map(stored -> learn(stored.fitted()))
                    .orElseGet(() -> Uni.createFrom().item(ContentSpace.NONE)));
  }

  private Uni<ContentSpace> learn(FittedModel model) {
    List<ItemId> surest = model.surest(FusionFitter.MOST_ITEMS);
    return fusion
        .views(model.space(), surest)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(views -> fitter.fit(model.space(), examples(model, views)))
        .invoke(FusionLearning::report)
        .map(Learned::space);
  }

  private static List<FusionExample> examples(
      FittedModel model, Map<ItemId, Map<String, Map<View, Embedding>>> views) {
    return views.entrySet().stream()
        .map(entry -> model.example(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static void report(Learned learned) {
    LOG.infof(
        "fusion: %.4f of held-out behaviour explained, before %.4f; %s",
        learned.after(), learned.before(), learned.space().text());
  }
}
