package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.FittedModel;
import io.lorecast.store.ModelStore.ModelVersion;
import io.lorecast.store.ModelStore.StoredModel;
import org.junit.jupiter.api.Test;

class StoredModelTest {

  private static final ContentSpace SPACE = ContentSpace.single("minilm", 3);

  @Test
  void aModelOfAnotherVersionOfTheSoftwareIsAsGoodAsNone() {
    StoredModel stored = StoredModel.of(FittedModel.unfitted(SPACE));
    assertThat(stored.isOfAnotherVersion()).isFalse();

    stored.content()[4]++;

    assertThat(stored.isOfAnotherVersion()).isTrue();
    assertThat(stored.fitted().isUnfitted()).isTrue();
    assertThat(stored.fitted().space()).isEqualTo(SPACE);
  }

  @Test
  void whatIsNoModelIsRefused() {
    StoredModel stored = new StoredModel(new ModelVersion("v", SPACE.text()), new byte[12]);

    assertThat(stored.isOfAnotherVersion()).isFalse();
    assertThatThrownBy(stored::fitted)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("these bytes are no model");
  }
}
