package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.store.WeightStore.StoredWeights;
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
    assertThat(Answer.of(store().save(new StoredWeights(2, new float[] {1})))).isFalse();
    assertThat(Answer.of(store().save(new StoredWeights(1, new float[] {1.25f, -3f})))).isTrue();

    StoredWeights current = Answer.of(store().current()).orElseThrow();
    assertThat(current.revision()).isEqualTo(1);
    assertThat(current.values()).containsExactly(1.25f, -3f);
  }

  @Test
  void ofTwoWritersThatReadTheSameRevisionOneLoses() {
    Answer.of(store().save(new StoredWeights(1, new float[] {1})));

    assertThat(Answer.of(store().save(new StoredWeights(2, new float[] {2})))).isTrue();
    assertThat(Answer.of(store().save(new StoredWeights(2, new float[] {3})))).isFalse();

    assertThat(Answer.of(store().current()).orElseThrow().values()).containsExactly(2f);
  }
}
