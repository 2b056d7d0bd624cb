package io.lorecast.recommend;

import io.lorecast.events.RecommendRequest;
import io.lorecast.model.InvalidEventException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be asked for, and which fields of a request go with it. */
enum Task {
  ITEMS(Set.of(), Set.of("userId", "session", "context", "includeSeen"), true),
  SIMILAR_ITEMS(Set.of("similarTo"), Set.of("userId", "includeSeen"), true),
  GROUP(Set.of("userIds"), Set.of("misery", "includeSeen"), true),
  SEARCH(Set.of(), Set.of("query", "vector"), true),
  USERS_LIKE_ME(Set.of("userId"), Set.of("k"), false),
  AUDIENCE(Set.of("itemId"), Set.of("k"), false),
  BATCH(Set.of("requests"), Set.of(), false);

  /** What can be asked of any list of items. */
  private static final Set<String> OF_LISTS =
      Set.of(
          "k",
          "where",
          "filter",
          "boost",
          "multipliers",
          "caps",
          "exclude",
          "diversity",
          "cursor",
          "explain",
          "language");

  private static final Map<String, Function<RecommendRequest, @Nullable Object>> FIELDS =
      new LinkedHashMap<>();

  static {
    FIELDS.put("userId", RecommendRequest::userId);
    FIELDS.put("userIds", RecommendRequest::userIds);
    FIELDS.put("misery", RecommendRequest::misery);
    FIELDS.put("similarTo", RecommendRequest::similarTo);
    FIELDS.put("itemId", RecommendRequest::itemId);
    FIELDS.put("query", RecommendRequest::query);
    FIELDS.put("vector", RecommendRequest::vector);
    FIELDS.put("session", RecommendRequest::session);
    FIELDS.put("context", RecommendRequest::context);
    FIELDS.put("k", RecommendRequest::k);
    FIELDS.put("where", RecommendRequest::where);
    FIELDS.put("filter", RecommendRequest::filter);
    FIELDS.put("boost", RecommendRequest::boost);
    FIELDS.put("multipliers", RecommendRequest::multipliers);
    FIELDS.put("caps", RecommendRequest::caps);
    FIELDS.put("exclude", RecommendRequest::exclude);
    FIELDS.put("includeSeen", RecommendRequest::includeSeen);
    FIELDS.put("diversity", RecommendRequest::diversity);
    FIELDS.put("cursor", RecommendRequest::cursor);
    FIELDS.put("explain", RecommendRequest::explain);
    FIELDS.put("language", RecommendRequest::language);
    FIELDS.put("requests", RecommendRequest::requests);
  }

  private final Set<String> required;
  private final Set<String> optional;
  private final boolean isList;

  Task(Set<String> required, Set<String> optional, boolean isList) {
    this.required = required;
    this.optional = optional;
    this.isList = isList;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns what {@code request} asks for.
   *
   * @throws InvalidEventException if there is no such task, or a field does not go with it
   */
  static Task of(RecommendRequest request) {
    Task task = named(request);
    FIELDS.forEach((field, value) -> task.judge(field, value.apply(request) != null));
    if (task == SEARCH && (request.query() == null) == (request.vector() == null)) {
      throw new InvalidEventException(
          "query", "or vector must be given with task search, not both");
    }
    return task;
  }

  private static Task named(RecommendRequest request) {
    String name = request.task();
    if (name == null) {
      return request.similarTo() == null ? ITEMS : SIMILAR_ITEMS;
    }
    return Arrays.stream(values())
        .filter(task -> task.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new InvalidEventException("task", "must be " + names() + ", was " + name));
  }

  private static String names() {
    return Arrays.stream(values()).map(Task::wireName).collect(Collectors.joining(" or "));
  }

  private void judge(String field, boolean isGiven) {
    boolean isAllowed =
        required.contains(field)
            || optional.contains(field)
            || (isList && OF_LISTS.contains(field));
    if (isGiven && !isAllowed) {
      throw new InvalidEventException(field, "must be absent with task " + wireName());
    }
    if (!isGiven && required.contains(field)) {
      throw new InvalidEventException(field, "must be given with task " + wireName());
    }
  }
}
