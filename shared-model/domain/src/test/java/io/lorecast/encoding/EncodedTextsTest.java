package io.lorecast.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.store.InMemoryVectorStore;
import io.lorecast.store.VectorStore;
import io.lorecast.vector.Embedding;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class EncodedTextsTest {

  private final LetterEncoder encoder = new LetterEncoder("letters-1");
  private final VectorStore<String> cache = new InMemoryVectorStore<>();
  private final EncodedTexts texts = new EncodedTexts(encoder, cache, Runnable::run);

  @Test
  void everyTextHasItsVector() {
    assertThat(vectors("aa", "b"))
        .isEqualTo(Map.of("aa", Embedding.of(1, 0, 0), "b", Embedding.of(0, 1, 0)));
  }

  @Test
  void aTextIsEncodedOnce() {
    vectors("a", "b", "a");

    assertThat(vectors("b", "c"))
        .isEqualTo(Map.of("b", Embedding.of(0, 1, 0), "c", Embedding.of(0, 0, 1)));
    assertThat(encoder.read()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void textsThatAreAllKnownNeedNoWorker() {
    vectors("a");
    EncodedTexts withoutWorkers =
        new EncodedTexts(
            encoder,
            cache,
            task -> {
              throw new RejectedExecutionException("full");
            });

    assertThat(withoutWorkers.of(List.of("a")).await().indefinitely()).containsOnlyKeys("a");
    assertThatThrownBy(() -> withoutWorkers.of(List.of("b")).await().indefinitely())
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void anotherEncoderDoesNotReadTheOnesBefore() {
    vectors("a");
    LetterEncoder next = new LetterEncoder("letters-2");

    new EncodedTexts(next, cache, Runnable::run).of(List.of("a")).await().indefinitely();

    assertThat(next.read()).containsExactly("a");
  }

  private Map<String, Embedding> vectors(String... wanted) {
    return texts.of(List.of(wanted)).await().indefinitely();
  }
}
