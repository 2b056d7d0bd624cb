package io.lorecast.knowledge;

import io.lorecast.fact.Fact;
import io.lorecast.knowledge.chat.BudgetUsedUpException;
import io.lorecast.knowledge.chat.GuardedModel;
import io.lorecast.knowledge.chat.ModelUnavailableException;
import io.lorecast.knowledge.chat.Question;
import io.lorecast.knowledge.chat.Reply;
import io.lorecast.knowledge.chat.UnusableAnswerException;
import io.lorecast.model.ItemId;
import io.lorecast.store.KnowledgeStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gets the facts of a text, from what is remembered or from the model. */
final class TextReader {

  private static final Logger LOG = Logger.getLogger(TextReader.class);

  /** A model that gave no use may be a model that is being mended. */
  private static final Duration UNUSABLE_REMEMBERED = Duration.ofDays(1);

  private final GuardedModel model;
  private final FactAnswers answers;
  private final KnowledgeStore store;
  private final Duration remembered;
  private final Clock clock;
  private final MeterRegistry meters;

  /** The last thing that was said about the budget: a day of unread texts is one line. */
  private final AtomicReference<@Nullable String> lastWarning = new AtomicReference<>();

  TextReader(
      GuardedModel model,
      FactAnswers answers,
      KnowledgeStore store,
      Duration remembered,
      Clock clock,
      MeterRegistry meters) {
    this.model = model;
    this.answers = answers;
    this.store = store;
    this.remembered = remembered;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * Emits the facts that the text of {@code question} states, which is {@code item}'s, or empty if
   * it cannot be read today, since the budget is used up.
   *
   * <p>Fails with {@link ModelUnavailableException} if the model cannot be asked now. An answer
   * that is of no use, also when it is given again, says nothing, as does a refusal.
   */
  Uni<Optional<List<Fact>>> read(ItemId item, Question question) {
    String key = question.hash(model.name());
    return store
        .answer(key, clock.instant())
        .chain(
            known ->
                known
                    .map(text -> Uni.createFrom().item(text).invoke(() -> count("remembered")))
                    .orElseGet(() -> ask(item, question, key)))
        .map(text -> Optional.of(answers.facts(text)))
        .onFailure(BudgetUsedUpException.class)
        .recoverWithItem(this::unread)
        .onFailure(ModelUnavailableException.class)
        .invoke(
            failure -> {
              LOG.warnf("item %s waits: %s", item, failure.getMessage());
              count("unavailable");
            });
  }

  private Uni<String> ask(ItemId item, Question question, String key) {
    return model
        .ask(question, this::text)
        .call(text -> store.remember(key, text, clock.instant().plus(remembered)))
        .onFailure(UnusableAnswerException.class)
        .recoverWithUni(useless -> unusable(item, key, useless));
  }

  private String text(Reply reply) {
    String text = answers.text(reply);
    count(reply.end() == Reply.End.REFUSED ? "refused" : "read");
    return text;
  }

  private Uni<String> unusable(ItemId item, String key, Throwable useless) {
    LOG.warnf("item %s says nothing: %s", item, useless.getMessage());
    count("unusable");
    return store
        .remember(key, FactAnswers.NOTHING, clock.instant().plus(UNUSABLE_REMEMBERED))
        .replaceWith(FactAnswers.NOTHING);
  }

  private Optional<List<Fact>> unread(Throwable usedUp) {
    String warning = usedUp.getMessage();
    if (!Objects.equals(lastWarning.getAndSet(warning), warning)) {
      LOG.warnf("texts are not read: %s; send their items again", warning);
    }
    count("unread");
    return Optional.empty();
  }

  private void count(String outcome) {
    meters.counter("lorecast.knowledge.readings", "outcome", outcome).increment();
  }
}
