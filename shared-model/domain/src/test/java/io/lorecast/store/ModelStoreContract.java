package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.store.ModelStore.ModelVersion;
import io.lorecast.store.ModelStore.StoredModel;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link ModelStore} does. */
public abstract class ModelStoreContract {

  /** Returns an empty store, or the one this instance of the test has used so far. */
  protected abstract ModelStore store();

  @Test
  void beforeTheFirstThereIsNone() {
    assertThat(Answer.of(store().current())).isEmpty();
    assertThat(Answer.of(store().currentVersion())).isEmpty();
  }

  @Test
  void theLastPublishedModelIsCurrent() {
    Answer.of(store().publish(new StoredModel(version("v1"), new byte[] {1})));
    Answer.of(store().publish(new StoredModel(version("v2"), new byte[] {2, -1})));

    assertThat(Answer.of(store().currentVersion())).contains(version("v2"));
    StoredModel current = Answer.of(store().current()).orElseThrow();
    assertThat(current.version()).isEqualTo(version("v2"));
    assertThat(current.content()).containsExactly(2, -1);
  }

  @Test
  void aModelOfMegabytesComesBackWhole() {
    byte[] content = new byte[3_000_001];
    new Random(7).nextBytes(content);

    Answer.of(store().publish(new StoredModel(version("big"), content)));

    assertThat(Answer.of(store().current()).orElseThrow().content()).isEqualTo(content);
  }

  @Test
  void anEmptyModelComesBackEmpty() {
    Answer.of(store().publish(new StoredModel(version("empty"), new byte[0])));

    assertThat(Answer.of(store().current()).orElseThrow().content()).isEmpty();
  }

  private static ModelVersion version(String name) {
    return new ModelVersion(name, "space of " + name);
  }
}
