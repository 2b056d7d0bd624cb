package io.lorecast.recommend;

import io.lorecast.events.RecommendRequest;
import io.lorecast.events.Recommendations;
import io.lorecast.events.Recommendations.Reason;
import io.lorecast.events.Recommendations.RecommendedItem;
import io.lorecast.events.Recommendations.Step;
import io.lorecast.events.Recommendations.Term;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.ranking.AttributeFilter;
import io.lorecast.ranking.RankRequest;
import io.lorecast.ranking.ScoredItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges recommend requests, and puts rankings into words. */
final class RecommendMapper {

  private static final int MOST_ITEMS = 100;

  private final RecommendConfig config;

  RecommendMapper(RecommendConfig config) {
    this.config = config;
  }

  /** Returns for whom {@code request} asks, empty for somebody unknown. */
  static Optional<UserId> user(RecommendRequest request) {
    return Optional.ofNullable(request.userId()).map(UserId::new);
  }

  /** Returns the item that the answer must be like, empty if the user's taste decides. */
  static Optional<ItemId> similarTo(RecommendRequest request) {
    return Optional.ofNullable(request.similarTo()).map(ItemId::new);
  }

  /**
   * Returns what {@code request} asks of a ranking.
   *
   * @param seen what the user has met
   * @throws InvalidEventException if it cannot be meant
   */
  RankRequest toRankRequest(RecommendRequest request, Set<ItemId> seen) {
    int k = request.k() == null ? config.k() : request.k();
    if (k < 1 || k > MOST_ITEMS) {
      throw new InvalidEventException("k", "must be 1 to " + MOST_ITEMS + ", was " + k);
    }
    double diversity = request.diversity() == null ? config.diversity() : request.diversity();
    if (!(diversity >= 0 && diversity <= 1)) {
      throw new InvalidEventException("diversity", "must be 0 to 1, was " + diversity);
    }
    return new RankRequest(
        k,
        Boolean.TRUE.equals(request.includeSeen()) ? Set.of() : seen,
        excluded(request),
        new AttributeFilter(request.where() == null ? Map.of() : request.where()),
        diversity);
  }

  /** Returns the answer to {@code request}. */
  Recommendations toAnswer(RecommendRequest request, Reading reading, List<ScoredItem> ranking) {
    return new Recommendations(
        request.requestId() == null ? UUID.randomUUID().toString() : request.requestId(),
        request.userId(),
        reading.modelVersion(),
        toItems(ranking),
        fallback(request, reading),
        reading.missing());
  }

  private static @Nullable String fallback(RecommendRequest request, Reading reading) {
    if (reading.catalogue().size() == 0) {
      return "empty-catalogue";
    }
    boolean impersonal =
        request.similarTo() == null && reading.user().history().entries().isEmpty();
    return impersonal ? "unknown-user" : null;
  }

  private static Set<ItemId> excluded(RecommendRequest request) {
    return request.exclude() == null
        ? Set.of()
        : request.exclude().stream().map(ItemId::new).collect(Collectors.toUnmodifiableSet());
  }

  private static List<RecommendedItem> toItems(List<ScoredItem> ranking) {
    List<RecommendedItem> items = new ArrayList<>(ranking.size());
    for (ScoredItem item : ranking) {
      List<Term> terms =
          item.terms().entrySet().stream()
              .map(term -> new Term(term.getKey().wireName(), term.getValue()))
              .toList();
      int rank = items.size() + 1;
      items.add(
          new RecommendedItem(
              item.id().value(), item.name(), rank, item.score(), terms, toReason(item)));
    }
    return items;
  }

  private static Reason toReason(ScoredItem item) {
    io.lorecast.ranking.Reason reason = item.reason();
    List<Step> path =
        reason.path().stream()
            .map(step -> new Step(step.from().value(), step.relation(), step.to().value()))
            .toList();
    return new Reason(reason.kind().wireName(), reason.sentence(), path);
  }
}
