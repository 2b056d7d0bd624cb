package io.lorecast.store;

import io.lorecast.fact.ItemFacts;
import io.lorecast.model.ItemId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** What a language model has answered, and what has been made of it for each item. */
public interface KnowledgeStore {

  /** Emits what was said of {@code item}, or empty if it never was anything. */
  Uni<Optional<ItemFacts>> facts(ItemId item);

  /**
   * Saves {@code facts} if the stored revision is one less than theirs (0 before the first); emits
   * whether it was.
   */
  Uni<Boolean> save(ItemFacts facts);

  /**
   * Emits the answer that is remembered under {@code question}, or empty if there is none.
   *
   * @param question a hash of all that was asked
   * @param now what was remembered until then is forgotten
   */
  Uni<Optional<String>> answer(String question, Instant now);

  /** Remembers an answer, in the place of any other to the same question. */
  Uni<Void> remember(String question, String answer, Instant until);
}
