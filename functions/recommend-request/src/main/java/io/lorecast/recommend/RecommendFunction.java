package io.lorecast.recommend;

import io.lorecast.events.RecommendRequest;
import io.lorecast.events.Recommendations;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.RankRequest;
import io.lorecast.ranking.Ranker;
import io.lorecast.ranking.ScoredItem;
import io.lorecast.vector.Embedding;
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

  private final Requests requests;
  private final RecommendReader reader;
  private final RecommendMapper mapper;
  private final Queries queries;
  private final People people;
  private final Batch batch;
  private final Ranker ranker;
  private final Clock clock;

  RecommendFunction(
      Requests requests,
      RecommendReader reader,
      RecommendMapper mapper,
      Queries queries,
      People people,
      Batch batch,
      Ranker ranker,
      Clock clock) {
    this.requests = requests;
    this.reader = reader;
    this.mapper = mapper;
    this.queries = queries;
    this.people = people;
    this.batch = batch;
    this.ranker = ranker;
    this.clock = clock;
  }

  /** Reads the users afresh, ranks the catalogue for what is asked, and says why. */
  @Funq("recommend-request")
  public Uni<Recommendations> onRecommendRequest(RecommendRequest request) {
    Asked asked = requests.judge(request);
    return switch (asked.task()) {
      case ITEMS, SIMILAR_ITEMS, GROUP -> ranked(asked);
      case SEARCH -> found(asked);
      case USERS_LIKE_ME, AUDIENCE -> users(asked);
      case BATCH ->
          batch.answer(request, this::onRecommendRequest).map(all -> mapper.toBatch(asked, all));
    };
  }

  private Uni<Recommendations> ranked(Asked asked) {
    return reader
        .read(asked)
        .emitOn(Infrastructure.getDefaultWorkerPool()) // a large catalogue takes milliseconds
        .map(reading -> new Ranked(reading, rank(asked, reading)))
        .chain(reader::labelled)
        .map(ranked -> mapper.toAnswer(asked, ranked.reading(), ranked.items()));
  }

  private List<ScoredItem> rank(Asked asked, Reading reading) {
    RankRequest wanted = asked.rank(reading.seen());
    return switch (asked.task()) {
      case GROUP ->
          ranker.group(
              wanted,
              reading.histories(),
              mapper.misery(asked.request()),
              reading.rows(),
              reading.catalogue(),
              reading.weights(),
              clock.instant());
      case SIMILAR_ITEMS -> similar(asked.similarTo().orElseThrow(), wanted, reading);
      default ->
          ranker.rank(
              wanted,
              reading.user().history(),
              reading.rows(),
              reading.catalogue(),
              reading.weights(),
              clock.instant());
    };
  }

  private List<ScoredItem> similar(ItemId item, RankRequest wanted, Reading reading) {
    if (reading.catalogue().find(item).isEmpty()) {
      throw new InvalidEventException("similarTo", "must be in the catalogue, was " + item);
    }
    return ranker.similar(wanted, item, reading.rows(), reading.catalogue(), clock.instant());
  }

  private Uni<Recommendations> users(Asked asked) {
    int k = asked.rank().k();
    return reader
        .read(asked)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .chain(
            reading ->
                asked
                    .audienceOf()
                    .map(item -> people.audience(reading, item, k))
                    .orElseGet(() -> people.like(reading, k))
                    .map(found -> mapper.toUsers(asked, reading, found)));
  }

  private Uni<Recommendations> found(Asked asked) {
    return reader
        .read(asked)
        .chain(
            reading ->
                queries
                    .vector(asked.request(), reading.catalogue().model().space())
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(vector -> search(asked, reading, vector)));
  }

  private Recommendations search(Asked asked, Reading reading, Optional<Embedding> vector) {
    return vector
        .map(
            query ->
                mapper.toAnswer(
                    asked,
                    reading,
                    ranker.search(asked.rank(), query, reading.catalogue(), clock.instant())))
        .orElseGet(() -> mapper.toAnswer(asked, reading.without("query"), List.of()));
  }
}
