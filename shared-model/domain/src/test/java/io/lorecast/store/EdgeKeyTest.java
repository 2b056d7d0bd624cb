package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.EntityId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EdgeKeyTest {

  @Property
  void keysAreInTheOrderOfTheirTexts(@ForAll("keys") List<EdgeKey> keys) {
    List<String> texts = keys.stream().map(EdgeKey::text).sorted().toList();

    assertThat(keys.stream().sorted().map(EdgeKey::text)).isEqualTo(texts);
  }

  /** Of few characters, the least that an id can have among them, so that parts begin alike. */
  @Provide
  Arbitrary<List<EdgeKey>> keys() {
    Arbitrary<String> relation =
        Arbitraries.strings()
            .withChars(' ', '!', 'b')
            .ofMaxLength(2)
            .map(middle -> "a" + middle + "c");
    Arbitrary<String> name =
        Arbitraries.strings().withChars('!', 'b').ofMinLength(1).ofMaxLength(2);
    Arbitrary<EntityId> node =
        Combinators.combine(Arbitraries.of("item", "i", "person"), name).as(EntityId::of);
    return Combinators.combine(node, relation, node).as(EdgeKey::new).list().ofMaxSize(20);
  }
}
