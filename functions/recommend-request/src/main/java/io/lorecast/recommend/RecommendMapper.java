package io.lorecast.recommend;

import io.lorecast.events.RecommendRequest;
import io.lorecast.events.Recommendations;
import io.lorecast.events.Recommendations.RecommendedItem;
import io.lorecast.events.Recommendations.Term;
import io.lorecast.explanation.Sentences;
import io.lorecast.explanation.Subject;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.ranking.AttributeFilter;
import io.lorecast.ranking.ExplanationLevel;
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

  /** A full explanation ranks again for each item met, and lists them for each item. */
  private static final int MOST_EXPLAINED = 20;

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

  /** Returns how much {@code request} asks to be said about why. */
  static ExplanationLevel explain(RecommendRequest request) {
    return request.explain() == null
        ? ExplanationLevel.SHORT
        : ExplanationLevel.of(request.explain());
  }

  /** Returns the words in which {@code request} wants its answer. */
  static ReasonMapper words(RecommendRequest request) {
    Subject subject = request.similarTo() == null ? Subject.USER : Subject.ITEM;
    return new ReasonMapper(Sentences.in(request.language()), subject);
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
    ExplanationLevel explain = explain(request);
    if (explain == ExplanationLevel.FULL && k > MOST_EXPLAINED) {
      throw new InvalidEventException(
          "explain", "must not be full for more than " + MOST_EXPLAINED + " items, k was " + k);
    }
    return new RankRequest(
        k,
        Boolean.TRUE.equals(request.includeSeen()) ? Set.of() : seen,
        excluded(request),
        new AttributeFilter(request.where() == null ? Map.of() : request.where()),
        diversity,
        explain);
  }

  /** Returns the answer to {@code request}. */
  Recommendations toAnswer(RecommendRequest request, Reading reading, List<ScoredItem> ranking) {
    return new Recommendations(
        request.requestId() == null ? UUID.randomUUID().toString() : request.requestId(),
        request.userId(),
        reading.modelVersion(),
        toItems(ranking, explain(request), words(request)),
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

  private static List<RecommendedItem> toItems(
      List<ScoredItem> ranking, ExplanationLevel explain, ReasonMapper words) {
    List<RecommendedItem> items = new ArrayList<>(ranking.size());
    for (ScoredItem item : ranking) {
      List<Term> terms =
          item.terms().entrySet().stream()
              .map(term -> new Term(term.getKey().wireName(), term.getValue()))
              .toList();
      items.add(
          new RecommendedItem(
              item.id().value(),
              item.name(),
              items.size() + 1,
              item.score(),
              terms,
              item.reason().map(words::toReason).orElse(null),
              explain == ExplanationLevel.FULL
                  ? words.toContributions(item.contributions())
                  : null));
    }
    return items;
  }
}
