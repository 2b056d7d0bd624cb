package io.lorecast.store;

import io.lorecast.fact.ItemFacts;
import io.lorecast.model.ItemId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A {@link KnowledgeStore} that forgets everything with its process. */
public final class InMemoryKnowledgeStore implements KnowledgeStore {

  private record Answer(String text, Instant until) {}

  private final Map<ItemId, ItemFacts> facts = new HashMap<>();
  private final Map<String, Answer> answers = new HashMap<>();

  @Override
  public synchronized Uni<Optional<ItemFacts>> facts(ItemId item) {
    return Uni.createFrom().item(Optional.ofNullable(facts.get(item)));
  }

  @Override
  public synchronized Uni<Boolean> save(ItemFacts next) {
    ItemFacts known = facts.getOrDefault(next.item(), ItemFacts.none(next.item()));
    boolean successor = next.revision() == known.revision() + 1;
    if (successor) {
      facts.put(next.item(), next);
    }
    return Uni.createFrom().item(successor);
  }

  @Override
  public synchronized Uni<Optional<String>> answer(String question, Instant now) {
    return Uni.createFrom()
        .item(
            Optional.ofNullable(answers.get(question))
                .filter(answer -> answer.until().isAfter(now))
                .map(Answer::text));
  }

  @Override
  public synchronized Uni<Void> remember(String question, String answer, Instant until) {
    answers.put(question, new Answer(answer, until));
    return Uni.createFrom().voidItem();
  }
}
