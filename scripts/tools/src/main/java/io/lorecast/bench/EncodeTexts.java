package io.lorecast.bench;

import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts of common English words, of which every one is a single token of BERT's vocabulary. */
final class EncodeTexts {

  private static final String[] WORDS =
      ("the a of and in to with story love war young man woman finds father mother city night sea"
              + " ship captain light house old new dark world first last day life death secret"
              + " family friend game king queen river road train music dance school doctor police"
              + " murder dream future past history island mountain winter summer home heart")
          .split(" ");

  private final Random random = new Random(11);

  /**
   * Returns texts of exactly so many tokens.
   *
   * @param tokens the two control tokens included
   */
  List<String> ofLength(int tokens, int count) {
    return Stream.generate(() -> words(tokens - 2)).limit(count).toList();
  }

  /** Returns items like those of a catalogue: a name, a description, two reviews. */
  List<Item> items(int count) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(
          new Item(
              new ItemId("made-up-" + i),
              1,
              words(2 + random.nextInt(4)),
              words(30 + random.nextInt(80)),
              List.of(words(20 + random.nextInt(30)), words(20 + random.nextInt(30))),
              List.of(),
              Map.of(),
              "en",
              true,
              Instant.EPOCH));
    }
    return items;
  }

  private String words(int count) {
    return random
        .ints(count, 0, WORDS.length)
        .mapToObj(i -> WORDS[i])
        .collect(Collectors.joining(" "));
  }
}
