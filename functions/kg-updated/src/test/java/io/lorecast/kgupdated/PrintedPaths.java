package io.lorecast.kgupdated;

import io.lorecast.learning.LearnerSettings;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.RankRequest;
import io.lorecast.ranking.Ranker;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.store.CatalogueReplica;
import io.lorecast.store.CatalogueSources;
import io.lorecast.store.InMemoryChangeFeed;
import io.lorecast.store.InMemoryLearningStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a reader of the graph prints: the paths of the reasons why one item is like another. */
final class PrintedPaths {

  /** An edge as it is walked, in either direction. */
  record Walk(EntityId from, String relation, EntityId to) {}

  private final Ranker ranker = new Ranker(RankingSettings.defaults());
  private final CatalogueReplica replica;

  PrintedPaths(WorldStores stores) {
    this.replica =
        new CatalogueReplica(
            new CatalogueSources(
                stores.items(),
                stores.vectors(),
                stores.graph(),
                new InMemoryLearningStore(new InMemoryChangeFeed()),
                stores.models(),
                stores.feed()),
            LearnerSettings.defaults(),
            RankingSettings.defaults());
    stores.feed().begin("generation").await().indefinitely();
  }

  /**
   * Returns every step of every path that a request prints now, asked about each of {@code ids}.
   */
  List<Walk> steps(List<ItemId> ids, Instant now) {
    replica.refresh().await().indefinitely();
    return ids.stream()
        .filter(id -> replica.catalogue().find(id).isPresent())
        .flatMap(id -> like(id, now))
        .toList();
  }

  private Stream<Walk> like(ItemId id, Instant now) {
    return ranker
        .similar(RankRequest.best(20, Set.of()), id, Map.of(), replica.catalogue(), now)
        .stream()
        .flatMap(scored -> scored.reason().stream())
        .flatMap(reason -> reason.path().stream())
        .map(step -> new Walk(step.from().id(), step.relation(), step.to().id()));
  }
}
