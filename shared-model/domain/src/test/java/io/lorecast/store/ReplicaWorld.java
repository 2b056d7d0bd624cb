package io.lorecast.store;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Learner;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.ranking.CatalogueItem;
import io.lorecast.ranking.RankRequest;
import io.lorecast.ranking.Ranker;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.ranking.ScoredItem;
import io.lorecast.store.ModelStore.StoredModel;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A replica over stores in memory that hold three items, of which one is liked. */
final class ReplicaWorld {

  static final ItemId A = new ItemId("a");
  static final ItemId B = new ItemId("b");
  static final ItemId C = new ItemId("c");
  private static final UserId ANN = new UserId("ann");
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  final FragileHotState hot = new FragileHotState();
  final WatchedItemStore items = new WatchedItemStore();
  final ModelStore models = new InMemoryModelStore();
  final VectorStores vectors = new InMemoryVectorStores();
  private final LearningWriter writer =
      new LearningWriter(
          new Learner(InteractionWeights.defaults(), LearnerSettings.defaults()), hot.learning());
  final CatalogueReplica replica =
      new CatalogueReplica(
          new CatalogueSources(
              items, vectors, new InMemoryGraphStore(), hot.learning(), models, hot.feed()),
          LearnerSettings.defaults(),
          RankingSettings.defaults());

  ReplicaWorld() {
    List.of(A, B, C).forEach(item -> save(item, 1));
    Answer.of(hot.feed().begin("g1"));
    like("1", A);
  }

  void refresh() {
    Answer.of(replica.refresh());
  }

  void announce(ItemId item) {
    Answer.of(hot.feed().announce(List.of(item)));
  }

  void save(ItemId id, int version) {
    Answer.of(
        items.save(
            new Item(
                id,
                version,
                id + " " + version,
                "",
                List.of(),
                List.of(),
                Map.of(),
                "en",
                true,
                NOW)));
  }

  void like(String feedbackId, ItemId item) {
    Answer.of(
        writer.learn(
            List.of(new Interaction(feedbackId, ANN, item, InteractionKind.LIKE, null, NOW))));
  }

  /** Makes a model of {@code space} current. */
  String use(ContentSpace space) {
    StoredModel model = StoredModel.of(FittedModel.unfitted(space));
    Answer.of(models.publish(model));
    return model.version().name();
  }

  /** Saves a content, which readers of another space must never see. */
  void encode(ItemId item, ContentSpace space, float... content) {
    Answer.of(vectors.content(space.id()).save(item, Embedding.of(content)));
  }

  /** Returns what is most similar to {@code item}. */
  ItemId likest(ItemId item) {
    return new Ranker(RankingSettings.defaults())
        .similar(RankRequest.best(2, Set.of()), item, Map.of(), replica.catalogue(), NOW)
        .getFirst()
        .id();
  }

  String nameOf(ItemId item) {
    return replica.catalogue().find(item).map(CatalogueItem::name).orElseThrow();
  }

  float popularity(ItemId item) {
    return new Ranker(RankingSettings.defaults())
            .rank(
                RankRequest.best(10, Set.of()),
                UserHistory.empty(ANN),
                Map.of(),
                replica.catalogue(),
                BlendWeights.start(),
                NOW)
            .stream()
            .filter(scored -> scored.id().equals(item))
            .map(ScoredItem::terms)
            .findFirst()
            .orElseThrow()
            .get(Term.POPULARITY)
            .floatValue();
  }
}
