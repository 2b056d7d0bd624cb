package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link VectorStore} does. */
public abstract class VectorStoreContract {

  private static final ItemId A = new ItemId("a");
  private static final ItemId B = new ItemId("b");
  private static final ItemId ABSENT = new ItemId("absent");

  /** Returns an empty store, or the one this instance of the test has used so far. */
  protected abstract VectorStore<ItemId> store();

  @Test
  void anAbsentKeyIsEmpty() {
    assertThat(Answer.of(store().find(ABSENT))).isEmpty();
  }

  @Test
  void aVectorIsFoundWithTheSameBits() {
    Embedding vector = Embedding.of(1f, -0f, Float.MIN_VALUE, 1e-30f, 16_777_217f, -3.25f);

    Answer.of(store().save(A, vector));

    assertThat(Answer.of(store().find(A))).contains(vector);
  }

  @Test
  void aLaterVectorReplacesTheFirst() {
    Answer.of(store().save(A, Embedding.of(1f)));

    Answer.of(store().save(A, Embedding.of(2f, 3f)));

    assertThat(Answer.of(store().find(A))).contains(Embedding.of(2f, 3f));
  }

  @Test
  void vectorsAreFoundInTheOrderAskedForWithoutAbsentOnes() {
    Answer.of(store().saveAll(Map.of(A, Embedding.of(1f), B, Embedding.of(2f))));

    Map<ItemId, Embedding> found = Answer.of(store().findAll(List.of(B, ABSENT, A, B)));

    assertThat(found)
        .containsExactly(Map.entry(B, Embedding.of(2f)), Map.entry(A, Embedding.of(1f)));
  }

  @Test
  void whatIsReplacedIsThereAndWhatIsAbsentIsGone() {
    Answer.of(store().saveAll(Map.of(A, Embedding.of(1f), B, Embedding.of(2f))));

    Answer.of(store().replaceAll(Map.of(A, Embedding.of(3f)), List.of(B, ABSENT)));

    assertThat(Answer.of(store().findAll(List.of(A, B, ABSENT))))
        .isEqualTo(Map.of(A, Embedding.of(3f)));
  }

  @Test
  void askingForNothingAndSavingNothingWorks() {
    Answer.of(store().saveAll(Map.of()));
    Answer.of(store().removeAll(List.of()));

    assertThat(Answer.of(store().findAll(List.of()))).isEmpty();
  }

  @Test
  void removedVectorsAreGoneAndTheOthersStay() {
    Answer.of(store().saveAll(Map.of(A, Embedding.of(1f), B, Embedding.of(2f))));

    Answer.of(store().removeAll(List.of(A, ABSENT)));

    assertThat(Answer.of(store().all())).containsExactly(Map.entry(B, Embedding.of(2f)));
  }

  @Test
  void hundredsOfVectorsAreSavedAndFoundAtOnce() {
    Map<ItemId, Embedding> many =
        IntStream.range(0, 230)
            .boxed()
            .collect(Collectors.toMap(i -> new ItemId("item " + i), i -> Embedding.of(i, -i)));

    Answer.of(store().saveAll(many));

    assertThat(Answer.of(store().findAll(many.keySet()))).isEqualTo(many);
    Map<ItemId, Embedding> all = new LinkedHashMap<>();
    Answer.of(store().all()).forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    assertThat(all).isEqualTo(many);
  }

  @Test
  void keysOfAnyScriptAndLengthWork() {
    ItemId key = new ItemId("本:%#{}\u00e9*?[x] " + "ü".repeat(180));

    Answer.of(store().save(key, Embedding.of(1f)));

    assertThat(Answer.of(store().all())).containsExactly(Map.entry(key, Embedding.of(1f)));
  }
}
