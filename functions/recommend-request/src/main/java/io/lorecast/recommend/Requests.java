package io.lorecast.recommend;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.assembly.RankingConfig;
import io.lorecast.events.EventContext;
import io.lorecast.events.RecommendRequest;
import io.lorecast.events.RecommendRequest.Boost;
import io.lorecast.events.RecommendRequest.Multiplier;
import io.lorecast.model.Context;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.ItemId;
import io.lorecast.predicate.Predicate;
import io.lorecast.predicate.language.PredicateParser;
import io.lorecast.ranking.Adjustments;
import io.lorecast.ranking.Caps;
import io.lorecast.ranking.ExplanationLevel;
import io.lorecast.ranking.Exploration;
import io.lorecast.ranking.RankRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges recommend requests: what a schema cannot say, before anything is read. */
@Singleton
class Requests {

  private static final int MOST_ITEMS = 100;

  /** A full explanation ranks again for each item met, and lists them for each item. */
  private static final int MOST_EXPLAINED = 20;

  private final RecommendConfig config;
  private final Exploration exploration;
  private final ObjectMapper json;
  private final Clock clock;

  Requests(RecommendConfig config, RankingConfig ranking, ObjectMapper json, Clock clock) {
    this.config = config;
    this.exploration = new Exploration(ranking.exploration(), 0);
    this.json = json;
    this.clock = clock;
  }

  /**
   * Returns what {@code request} asks for.
   *
   * @throws InvalidEventException if it cannot be meant
   */
  Asked judge(RecommendRequest request) {
    Task task = Task.of(request);
    Cursor cursor = Cursor.of(request, json);
    String id = Objects.requireNonNullElseGet(request.requestId(), Requests::madeUp);
    Exploration explored = task == Task.ITEMS ? exploration.seeded(id) : Exploration.NONE;
    RankRequest rank = rank(request, task, cursor).exploring(explored);
    return new Asked(id, request, task, rank, cursor);
  }

  private static String madeUp() {
    return UUID.randomUUID().toString();
  }

  private RankRequest rank(RecommendRequest request, Task task, Cursor cursor) {
    int k = Objects.requireNonNullElse(request.k(), config.k());
    requireRange("k", k, 1, MOST_ITEMS);
    // Who asks for what is like something, or for words, has said what the list is to be about.
    boolean isAbout = task == Task.SEARCH || task == Task.SIMILAR_ITEMS;
    double unasked = isAbout ? 0 : config.diversity();
    double diversity = Objects.requireNonNullElse(request.diversity(), unasked);
    requireRange("diversity", diversity, 0, 1);
    Set<ItemId> excluded = new HashSet<>(ids(request.exclude()));
    excluded.addAll(cursor.answered());
    return new RankRequest(
        k,
        Set.of(),
        excluded,
        where(request),
        diversity,
        new Adjustments(boosts(request.boost()), multipliers(request.multipliers())),
        new Caps(Objects.requireNonNullElse(request.caps(), Map.of())),
        ids(request.session()),
        context(request.context()),
        explain(request, task, k),
        Exploration.NONE);
  }

  private static ExplanationLevel explain(RecommendRequest request, Task task, int k) {
    ExplanationLevel level =
        request.explain() == null ? ExplanationLevel.SHORT : ExplanationLevel.of(request.explain());
    if (level == ExplanationLevel.FULL && task != Task.ITEMS) {
      throw new InvalidEventException(
          "explain", "must be none or short with task " + task.wireName() + ", was full");
    }
    if (level == ExplanationLevel.FULL && k > MOST_EXPLAINED) {
      throw new InvalidEventException(
          "explain", "must not be full for more than " + MOST_EXPLAINED + " items, k was " + k);
    }
    return level;
  }

  private static void requireRange(String field, Number value, int least, int most) {
    if (!(value.doubleValue() >= least && value.doubleValue() <= most)) {
      throw new InvalidEventException(
          field, "must be %d to %d, was %s".formatted(least, most, value));
    }
  }

  private Context context(@Nullable EventContext given) {
    if (given == null) {
      return Context.NONE;
    }
    try {
      return Context.of(
          given.device(), given.hour(), given.timeZone(), given.region(), clock.instant());
    } catch (InvalidEventException invalid) {
      throw invalid.within("context");
    }
  }

  private static Predicate where(RecommendRequest request) {
    Predicate where = Predicate.where(Objects.requireNonNullElse(request.where(), Map.of()));
    return request.filter() == null
        ? where
        : where.and(PredicateParser.parse("filter", request.filter()));
  }

  private static List<Adjustments.Boost> boosts(@Nullable List<Boost> given) {
    List<Adjustments.Boost> boosts = new ArrayList<>();
    for (Boost boost : Objects.requireNonNullElse(given, List.<Boost>of())) {
      String field = "boost[" + boosts.size() + "]";
      requireOne(field, "by", boost.by(), "times", boost.times());
      double by =
          boost.times() == null
              ? Objects.requireNonNullElse(boost.by(), 0.0)
              : Math.log(boost.times());
      boosts.add(new Adjustments.Boost(PredicateParser.parse(field + ".when", boost.when()), by));
    }
    return boosts;
  }

  private static List<Adjustments.Multiplier> multipliers(@Nullable List<Multiplier> given) {
    List<Adjustments.Multiplier> multipliers = new ArrayList<>();
    for (Multiplier multiplier : Objects.requireNonNullElse(given, List.<Multiplier>of())) {
      String field = "multipliers[" + multipliers.size() + "]";
      requireOne(field, "perUnit", multiplier.perUnit(), "power", multiplier.power());
      multipliers.add(
          new Adjustments.Multiplier(
              multiplier.attribute(),
              Objects.requireNonNullElse(multiplier.perUnit(), 0.0),
              Objects.requireNonNullElse(multiplier.power(), 0.0)));
    }
    return multipliers;
  }

  private static void requireOne(
      String parent, String first, @Nullable Double one, String second, @Nullable Double other) {
    if ((one == null) == (other == null)) {
      String came = one == null ? "neither" : "both";
      throw new InvalidEventException(
          parent, "must have either %s or %s, had %s".formatted(first, second, came));
    }
  }

  private static List<ItemId> ids(@Nullable List<String> values) {
    return values == null ? List.of() : values.stream().map(ItemId::new).toList();
  }
}
