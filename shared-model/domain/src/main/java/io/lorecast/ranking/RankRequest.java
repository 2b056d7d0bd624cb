package io.lorecast.ranking;

import io.lorecast.learning.UserHistory;
import io.lorecast.model.Context;
import io.lorecast.model.ItemId;
import io.lorecast.predicate.Predicate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is asked of a ranking.
 *
 * @param k how many items, at least 1
 * @param seen items the user has met that must not come; empty if they may
 * @param exclude other items that must not come
 * @param where what the items' facts must be
 * @param diversity how much the list is spread, 0 (by score alone) to 1
 * @param adjustments what is added to the scores
 * @param caps how many items of the list may share a value
 * @param session what the user looked at lately that their history does not hold, oldest first
 * @param context where and when it is asked
 * @param explain how much is said about why
 * @param explore how far the ranking for a user strays from their factors to learn them
 */
public record RankRequest(
    int k,
    Set<ItemId> seen,
    Set<ItemId> exclude,
    Predicate where,
    double diversity,
    Adjustments adjustments,
    Caps caps,
    List<ItemId> session,
    Context context,
    ExplanationLevel explain,
    Exploration explore) {

  /** Reasons are what sets an item apart among so many times k of the best. */
  private static final int COMPARED = 2;

  public RankRequest {
    session = List.copyOf(session);
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1, was " + k);
    }
    if (!(diversity >= 0 && diversity <= 1)) {
      throw new IllegalArgumentException("diversity must be 0 to 1, was " + diversity);
    }
  }

  /** Returns a request for the {@code k} best items that are not in {@code seen}. */
  public static RankRequest best(int k, Set<ItemId> seen) {
    return new RankRequest(
        k,
        seen,
        Set.of(),
        Predicate.ALWAYS,
        0,
        Adjustments.NONE,
        Caps.NONE,
        List.of(),
        Context.NONE,
        ExplanationLevel.SHORT,
        Exploration.NONE);
  }

  /** Returns this request with another level of explanation. */
  public RankRequest explained(ExplanationLevel level) {
    return new RankRequest(
        k, seen, exclude, where, diversity, adjustments, caps, session, context, level, explore);
  }

  /** Returns what {@code search} finds, if a reason is asked for. */
  Optional<Reason> reason(Supplier<Reason> search) {
    return explain == ExplanationLevel.NONE ? Optional.empty() : Optional.of(search.get());
  }

  /** Returns this request without what only a ranking for one user has. */
  RankRequest forNobody() {
    return explained(explain == ExplanationLevel.FULL ? ExplanationLevel.SHORT : explain)
        .exploring(Exploration.NONE);
  }

  /** Returns whether the session stands in for likes that {@code history} does not hold. */
  public boolean sessionSpeaksFor(UserHistory history) {
    return Session.speaksFor(history, session);
  }

  /** Returns how many of the best items come into question for the list. */
  int candidates(RankingSettings settings) {
    int compared = explain == ExplanationLevel.NONE ? k : COMPARED * k;
    return Math.max(k, diversity > 0 ? settings.diversityPool() : compared);
  }

  /** Returns this request without the items {@code others} in the answer. */
  public RankRequest without(Set<ItemId> others) {
    Set<ItemId> excluded = new HashSet<>(exclude);
    excluded.addAll(others);
    return new RankRequest(
        k, seen, excluded, where, diversity, adjustments, caps, session, context, explain, explore);
  }

  /** Returns this request for items of which {@code predicate} holds as well. */
  public RankRequest where(Predicate predicate) {
    return new RankRequest(
        k,
        seen,
        exclude,
        where.and(predicate),
        diversity,
        adjustments,
        caps,
        session,
        context,
        explain,
        explore);
  }

  /** Returns this request with the list spread as much as {@code other}. */
  public RankRequest withDiversity(double other) {
    return new RankRequest(
        k, seen, exclude, where, other, adjustments, caps, session, context, explain, explore);
  }

  /** Returns this request with something else added to the scores. */
  public RankRequest with(Adjustments others) {
    return new RankRequest(
        k, seen, exclude, where, diversity, others, caps, session, context, explain, explore);
  }

  /** Returns this request where the user has met {@code met}, which must not come. */
  public RankRequest withSeen(Set<ItemId> met) {
    return new RankRequest(
        k, met, exclude, where, diversity, adjustments, caps, session, context, explain, explore);
  }

  /** Returns this request from a session in which {@code viewed} was looked at, oldest first. */
  public RankRequest withSession(List<ItemId> viewed) {
    return new RankRequest(
        k, seen, exclude, where, diversity, adjustments, caps, viewed, context, explain, explore);
  }

  /** Returns this request with other exploration. */
  public RankRequest exploring(Exploration other) {
    return new RankRequest(
        k, seen, exclude, where, diversity, adjustments, caps, session, context, explain, other);
  }

  /** Returns this request in another context. */
  public RankRequest in(Context other) {
    return new RankRequest(
        k, seen, exclude, where, diversity, adjustments, caps, session, other, explain, explore);
  }

  /** Returns this request with other caps, by attribute. */
  public RankRequest withCaps(Map<String, Integer> most) {
    return new RankRequest(
        k,
        seen,
        exclude,
        where,
        diversity,
        adjustments,
        new Caps(most),
        session,
        context,
        explain,
        explore);
  }
}
