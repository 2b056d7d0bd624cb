package io.lorecast.knowledge;

import io.lorecast.events.ItemEncoded;
import io.lorecast.events.KgUpdated;
import io.lorecast.fact.FactEdges;
import io.lorecast.fact.ItemFacts;
import io.lorecast.knowledge.chat.Question;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.ItemStore;
import io.lorecast.store.KnowledgeStore;
import io.lorecast.store.StoreException;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the graph what the text of an item says: item-encoded in, kg-updated out. The text is the
 * item store's and not the event's, so late events do no harm; nothing follows on an item that says
 * nothing.
 *
 * <p>What was said is stored before it is told, and told again to the letter when the event is
 * delivered again. Facts that the item's text no longer says are taken back, also when the new text
 * cannot be read today.
 */
@Singleton
public class KnowledgeFunction {

  private static final int ATTEMPTS = 5;

  private final Optional<TextReader> reader;
  private final FactQuestions questions;
  private final FactEdges edges;
  private final ItemStore items;
  private final KnowledgeStore store;

  KnowledgeFunction(
      Optional<TextReader> reader,
      FactQuestions questions,
      FactEdges edges,
      ItemStore items,
      KnowledgeStore store) {
    this.reader = reader;
    this.questions = questions;
    this.edges = edges;
    this.items = items;
    this.store = store;
  }

  /** Emits what the graph is told; null if there is nothing to tell, or no model to ask. */
  @Funq("knowledge")
  public Uni<@Nullable KgUpdated> onItemEncoded(ItemEncoded event) {
    ItemId item = new ItemId(event.itemId());
    if (reader.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    return say(item, reader.get(), 1).<@Nullable KgUpdated>map(KnowledgeMapper::toEvent);
  }

  private Uni<ItemFacts> say(ItemId id, TextReader model, int attempt) {
    return Uni.combine()
        .all()
        .unis(items.find(id), store.facts(id))
        .asTuple()
        .chain(
            read -> {
              ItemFacts known = read.getItem2().orElseGet(() -> ItemFacts.none(id));
              return facts(read.getItem1(), known, model)
                  .chain(facts -> save(facts, known, model, attempt));
            });
  }

  private Uni<ItemFacts> facts(Optional<Item> item, ItemFacts known, TextReader model) {
    Optional<Question> question = item.flatMap(questions::about);
    if (question.isEmpty()) {
      return Uni.createFrom().item(known.replaced("", List.of()));
    }
    String text = question.get().dataHash();
    return model
        .read(known.item(), question.get())
        .map(
            facts ->
                facts
                    .map(some -> edges.of(known.item(), textOf(item.get()), some))
                    .map(some -> known.replaced(text, some))
                    // What was said of the same text, by another model or long ago, may stay.
                    .orElseGet(
                        () -> known.text().equals(text) ? known : known.replaced("", List.of())));
  }

  private static String textOf(Item item) {
    return item.name() + "\n" + item.description();
  }

  /** Another worker may have been faster, perhaps with a newer text: then all of it again. */
  private Uni<ItemFacts> save(ItemFacts facts, ItemFacts known, TextReader model, int attempt) {
    if (facts.equals(known)) {
      return Uni.createFrom().item(facts);
    }
    return store
        .save(facts)
        .chain(
            saved -> {
              if (saved) {
                return Uni.createFrom().item(facts);
              }
              return attempt < ATTEMPTS
                  ? say(facts.item(), model, attempt + 1)
                  : Uni.createFrom().failure(busy());
            });
  }

  private static StoreException busy() {
    return new StoreException(
        "saving what was said of an item",
        new ConcurrentModificationException("others keep changing it"));
  }
}
