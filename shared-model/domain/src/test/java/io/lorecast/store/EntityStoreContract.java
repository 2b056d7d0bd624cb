package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link EntityStore} does. */
public abstract class EntityStoreContract {

  private static final EntityId VARDA = new EntityId("person:A. Varda");
  private static final EntityId PARIS = new EntityId("place:Paris");
  private static final Entity NAMED =
      new Entity(VARDA, "Agnès Varda", "director", List.of("Varda, A.", "Varda"), Optional.empty());

  /** Returns an empty store, or the one this instance of the test has used so far. */
  protected abstract EntityStore store();

  @Test
  void whatWasSavedIsFound() {
    Entity merged = Entity.of(PARIS).merged(new EntityId("city:Paris"));
    Answer.of(store().saveAll(List.of(NAMED, merged)));

    assertThat(Answer.of(store().findAll(List.of(VARDA, PARIS, new EntityId("place:Rome")))))
        .isEqualTo(Map.of(VARDA, NAMED, PARIS, merged));
    assertThat(Answer.of(store().all())).containsExactlyInAnyOrder(NAMED, merged);
  }

  @Test
  void theLastSaveReplacesWhatWasKnown() {
    Answer.of(store().saveAll(List.of(NAMED.merged(PARIS))));

    Answer.of(store().saveAll(List.of(Entity.of(VARDA))));

    assertThat(Answer.of(store().findAll(List.of(VARDA))))
        .isEqualTo(Map.of(VARDA, Entity.of(VARDA)));
  }

  @Test
  void savingAndAskingForNothingWork() {
    Answer.of(store().saveAll(List.of()));

    assertThat(Answer.of(store().findAll(List.of()))).isEmpty();
  }
}
