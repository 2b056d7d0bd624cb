package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.store.WeightStore.StoredWeights;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link WeightStore} does. */
public abstract class WeightStoreContract {

  /** Returns an empty store, or the one this instance of the test has used so far. */
  protected abstract WeightStore store();

  @Test
  void beforeTheFirstSaveThereAreNone() {
    assertThat(Answer.of(store().current())).isEmpty();
  }

  @Test
  void theFirstWeightsHaveRevisionOne() {
    assertThat(Answer.of(store().save(weights(2, new float[] {1})))).isFalse();
    assertThat(Answer.of(store().save(weights(1, new float[] {1.25f, -3f})))).isTrue();

    StoredWeights current = Answer.of(store().current()).orElseThrow();
    assertThat(current.revision()).isEqualTo(1);
    assertThat(current.values()).containsExactly(1.25f, -3f);
    assertThat(current.relations()).isEmpty();
  }

  @Test
  void relationsKeepTheirExactWeights() {
    Map<String, Float> first = Map.of("director", .1f, "in genre: \u00e9", 0f);
    Map<String, Float> later = Map.of("director", 1e-9f, "in genre: \u00e9", 2f, "sequel", 1f);

    Answer.of(store().save(new StoredWeights(1, new float[] {1}, first)));
    Map<String, Float> read = Answer.of(store().current()).orElseThrow().relations();
    Answer.of(store().save(new StoredWeights(2, new float[] {1}, later)));

    assertThat(read).isEqualTo(first);
    assertThat(Answer.of(store().current()).orElseThrow().relations()).isEqualTo(later);
  }

  @Test
  void ofTwoWritersThatReadTheSameRevisionOneLoses() {
    Answer.of(store().save(weights(1, new float[] {1})));

    assertThat(Answer.of(store().save(weights(2, new float[] {2})))).isTrue();
    assertThat(Answer.of(store().save(weights(2, new float[] {3})))).isFalse();

    assertThat(Answer.of(store().current()).orElseThrow().values()).containsExactly(2f);
  }

  private static StoredWeights weights(long revision, float[] values) {
    return new StoredWeights(revision, values, Map.of());
  }
}
