package io.lorecast.predicate.language;

import io.lorecast.ranking.CatalogueItem;
import java.util.Map;

/** What a value is; a name is of the type that it is compared with first. */
enum Type {
  NUMBER("a number"),
  TEXT("a text in quotes"),
  TRUTH("true or false");

  /** The names that stand for something of every item. */
  static final Map<String, Type> OF_EVERY_ITEM =
      Map.of(
          CatalogueItem.ID, TEXT,
          CatalogueItem.NAME, TEXT,
          CatalogueItem.AVAILABLE, TRUTH,
          CatalogueItem.SAFETY, NUMBER);

  private final String words;

  Type(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
