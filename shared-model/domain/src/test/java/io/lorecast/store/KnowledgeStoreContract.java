package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.fact.ItemFacts;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link KnowledgeStore} does. */
public abstract class KnowledgeStoreContract {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final ItemId BOOK = new ItemId("book-17");
  private static final Edge LOSS = edge("theme", "theme:loss", .45f);
  private static final Edge LOFOTEN = edge("setting", "place:Lofoten", .5f);

  /** Returns an empty store, or the one this instance of the test has used so far. */
  protected abstract KnowledgeStore store();

  @Test
  void ofAnItemNothingIsSaidAtFirst() {
    assertThat(Answer.of(store().facts(BOOK))).isEmpty();
  }

  @Test
  void whatIsSavedIsFoundAgainWithAllThatItTookBack() {
    ItemFacts first = ItemFacts.none(BOOK).replaced("hash-1", List.of(LOSS, LOFOTEN));
    ItemFacts second = first.replaced("hash-2", List.of(LOFOTEN));

    assertThat(Answer.of(store().save(first))).isTrue();
    assertThat(Answer.of(store().facts(BOOK))).contains(first);
    assertThat(Answer.of(store().save(second))).isTrue();
    assertThat(Answer.of(store().facts(BOOK))).contains(second);
    assertThat(second.withdrawn()).containsExactly(LOSS);
  }

  @Test
  void ofTwoWorkersThatReadTheSameRevisionOneLoses() {
    ItemFacts first = ItemFacts.none(BOOK).replaced("hash-1", List.of(LOSS));
    ItemFacts other = ItemFacts.none(BOOK).replaced("hash-2", List.of(LOFOTEN));

    assertThat(Answer.of(store().save(first))).isTrue();
    assertThat(Answer.of(store().save(other))).isFalse();
    assertThat(Answer.of(store().save(first.replaced("hash-3", List.of())))).isTrue();
    assertThat(Answer.of(store().save(first.replaced("hash-4", List.of())))).isFalse();

    assertThat(Answer.of(store().facts(BOOK)).orElseThrow().text()).isEqualTo("hash-3");
  }

  @Test
  void anAnswerIsRememberedUntilItsTimeAndReplacedByALaterOne() {
    Instant until = NOW.plus(Duration.ofDays(1));

    Answer.of(store().remember("question", "{\"facts\":[]}", NOW.plusSeconds(60)));
    Answer.of(store().remember("question", "{}", until));

    assertThat(Answer.of(store().answer("question", until.minusSeconds(1)))).contains("{}");
    assertThat(Answer.of(store().answer("question", until))).isEmpty();
    assertThat(Answer.of(store().answer("another", NOW))).isEmpty();
  }

  private static Edge edge(String relation, String tail, float weight) {
    return new Edge(
        EntityId.of(BOOK), relation, new EntityId(tail), weight, Edge.Source.LANGUAGE_MODEL);
  }
}
