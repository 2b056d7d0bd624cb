package io.lorecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityIdTest {

  @Test
  void theLongestItemHasAnEntity() {
    ItemId item = new ItemId("i".repeat(200));

    assertThat(EntityId.of(item).item()).contains(item);
  }

  @ParameterizedTest
  @ValueSource(strings = {"items:cleo", "Item:cleo", "person:item:cleo"})
  void whatIsOfAnotherTypeIsNoItem(String value) {
    assertThat(new EntityId(value).isItem()).isFalse();
    assertThat(new EntityId(value).item()).isEmpty();
  }

  @Test
  void whatIsLongerIsRefused() {
    assertThatThrownBy(() -> new EntityId("person:" + "x".repeat(199)))
        .isInstanceOf(InvalidEventException.class)
        .hasMessageContaining("entityId")
        .hasMessageContaining("must have 1 to 205 characters, had 206");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Varda", ":Varda", "per son:Varda", "person:", "person: Varda"})
  void whatIsNotATypeAndANameIsRefused(String value) {
    assertThatThrownBy(() -> new EntityId(value))
        .isInstanceOf(InvalidEventException.class)
        .hasMessageContaining("must be type:name, was " + value);
  }
}
