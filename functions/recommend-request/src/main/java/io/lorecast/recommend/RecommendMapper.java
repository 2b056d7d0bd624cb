package io.lorecast.recommend;

import io.lorecast.events.RecommendRequest;
import io.lorecast.events.Recommendations;
import io.lorecast.events.Recommendations.Answer;
import io.lorecast.events.Recommendations.RecommendedItem;
import io.lorecast.events.Recommendations.RecommendedUser;
import io.lorecast.events.Recommendations.Term;
import io.lorecast.explanation.Sentences;
import io.lorecast.explanation.Subject;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.Affinity;
import io.lorecast.ranking.ExplanationLevel;
import io.lorecast.ranking.ScoredItem;
import io.lorecast.store.CatalogueReplica;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts rankings into words. */
final class RecommendMapper {

  private static final Set<Task> FOR_USERS = Set.of(Task.ITEMS, Task.GROUP, Task.USERS_LIKE_ME);

  private final RecommendConfig config;

  RecommendMapper(RecommendConfig config) {
    this.config = config;
  }

  /** Returns how much of a group's score the least content member decides, 0 to 1. */
  double misery(RecommendRequest request) {
    return Objects.requireNonNullElse(request.misery(), config.misery());
  }

  /** Returns the answer to {@code asked}. */
  Recommendations toAnswer(Asked asked, Reading reading, List<ScoredItem> ranking) {
    return new Recommendations(
        asked.requestId(),
        asked.request().userId(),
        reading.modelVersion(),
        toItems(asked, words(asked, reading), ranking),
        fallback(asked, reading),
        reading.missing(),
        asked.cursor().after(ranking, asked.rank().k()).orElse(null),
        null,
        null);
  }

  /** Returns the answer to {@code asked}, which asked for users. */
  Recommendations toUsers(Asked asked, Reading reading, List<Affinity> found) {
    List<RecommendedUser> users = new ArrayList<>();
    for (Affinity user : found) {
      List<String> shared = user.shared().stream().map(ItemId::value).toList();
      users.add(new RecommendedUser(user.user().value(), users.size() + 1, user.score(), shared));
    }
    return new Recommendations(
        asked.requestId(),
        asked.request().userId(),
        reading.modelVersion(),
        List.of(),
        fallback(asked, reading),
        reading.missing(),
        null,
        users,
        null);
  }

  /** Returns the answer to a batch, of {@code answers}. */
  Recommendations toBatch(Asked batch, List<Answer> answers) {
    return new Recommendations(
        batch.requestId(),
        null,
        modelVersion(answers),
        List.of(),
        null,
        List.of(),
        null,
        null,
        answers);
  }

  private static String modelVersion(List<Answer> answers) {
    for (Answer answer : answers) {
      if (answer.recommendations() != null) {
        return answer.recommendations().modelVersion();
      }
    }
    return CatalogueReplica.NO_MODEL;
  }

  private static @Nullable String fallback(Asked asked, Reading reading) {
    if (reading.catalogue().size() == 0) {
      return "empty-catalogue";
    }
    boolean isPersonal = FOR_USERS.contains(asked.task());
    boolean isKnown =
        !asked.rank().session().isEmpty()
            || reading.histories().stream().anyMatch(history -> !history.entries().isEmpty());
    return isPersonal && !isKnown ? "unknown-user" : null;
  }

  private static ReasonMapper words(Asked asked, Reading reading) {
    return new ReasonMapper(Sentences.in(asked.request().language()), subject(asked, reading));
  }

  private static Subject subject(Asked asked, Reading reading) {
    return switch (asked.task()) {
      case GROUP -> Subject.MEMBER;
      case SIMILAR_ITEMS -> Subject.ITEM;
      default ->
          asked.rank().sessionSpeaksFor(reading.user().history()) ? Subject.SESSION : Subject.USER;
    };
  }

  private static List<RecommendedItem> toItems(
      Asked asked, ReasonMapper words, List<ScoredItem> ranking) {
    int before = asked.cursor().answered().size();
    List<RecommendedItem> items = new ArrayList<>(ranking.size());
    for (ScoredItem item : ranking) {
      List<Term> terms =
          item.terms().entrySet().stream()
              .filter(term -> term.getValue() != 0 || isAlwaysGiven(term.getKey()))
              .map(term -> new Term(term.getKey().wireName(), term.getValue()))
              .toList();
      items.add(
          new RecommendedItem(
              item.id().value(),
              item.name(),
              before + items.size() + 1,
              item.score(),
              terms,
              item.reason().map(words::toReason).orElse(null),
              asked.rank().explain() == ExplanationLevel.FULL
                  ? words.toContributions(item.contributions())
                  : null));
    }
    return items;
  }

  /** What only some requests ask for is left out where it adds nothing. */
  private static boolean isAlwaysGiven(io.lorecast.learning.Term term) {
    return switch (term) {
      case RULES, MISERY, EXPLORATION -> false;
      default -> true;
    };
  }
}
