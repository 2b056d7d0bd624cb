package io.lorecast.recommend;

import io.lorecast.events.RecommendRequest;
import io.lorecast.events.Recommendations;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.Catalogue;
import io.lorecast.ranking.RankRequest;
import io.lorecast.ranking.Ranker;
import io.lorecast.ranking.ScoredItem;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Answers a request for items: recommend-request in, recommendations out. Only reads. */
@Singleton
public class RecommendFunction {

  private final RecommendReader reader;
  private final RecommendMapper mapper;
  private final Ranker ranker;
  private final Clock clock;

  RecommendFunction(RecommendReader reader, RecommendMapper mapper, Ranker ranker, Clock clock) {
    this.reader = reader;
    this.mapper = mapper;
    this.ranker = ranker;
    this.clock = clock;
  }

  /** Reads the user afresh, ranks the catalogue for them, and says why. */
  @Funq("recommend-request")
  public Uni<Recommendations> onRecommendRequest(RecommendRequest request) {
    Optional<ItemId> similarTo = RecommendMapper.similarTo(request);
    return reader
        .read(RecommendMapper.user(request), similarTo, RecommendMapper.explain(request))
        .emitOn(Infrastructure.getDefaultWorkerPool()) // a large catalogue takes milliseconds
        .map(reading -> mapper.toAnswer(request, reading, rank(request, similarTo, reading)));
  }

  private List<ScoredItem> rank(
      RecommendRequest request, Optional<ItemId> similarTo, Reading reading) {
    RankRequest wanted = mapper.toRankRequest(request, reading.user().seen());
    Catalogue catalogue = reading.catalogue();
    if (similarTo.isEmpty()) {
      return ranker.rank(
          wanted,
          reading.user().history(),
          reading.rows(),
          catalogue,
          reading.weights(),
          clock.instant());
    }
    ItemId item = similarTo.get();
    if (catalogue.find(item).isEmpty()) {
      throw new InvalidEventException("similarTo", "must be in the catalogue, was " + item);
    }
    return ranker.similar(wanted, item, reading.rows(), catalogue, clock.instant());
  }
}
