package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.EntityId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EdgeKeyTest {

  @Property
  void keysAreInTheOrderOfTheirTexts(@ForAll("keys") List<EdgeKey> keys) {
    List<String> texts = keys.stream().map(EdgeKey::text).sorted().toList();

    assertThat(keys.stream().sorted().map(EdgeKey::text)).isEqualTo(texts);
  }

  @Test
  void keysBetweenNumberedNodesHaveDifferentHashes() {
    Set<Integer> hashes = new HashSet<>();
    for (int head = 0; head < 100; head++) {
      for (int tail = 0; tail < 1_000; tail++) {
        hashes.add(
            new EdgeKey(
                    EntityId.of("item", "i-" + head), "actor", EntityId.of("person", "p-" + tail))
                .hashCode());
      }
    }

    // of 100,000 hashes drawn at random one or two pairs are the same
    assertThat(hashes).hasSizeGreaterThan(99_900);
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
