package io.lorecast.bench;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** 40 users, each with a taste for one quarter of 200 items, meet 30 items each in turns. */
final class SyntheticData {

  static final int ITEMS = 200;
  static final int GROUPS = 4;
  static final int USERS = 40;

  private SyntheticData() {}

  static BenchData data() {
    return data(30);
  }

  /** Returns the same, where each user meets {@code meetings} items. */
  static BenchData data(int meetings) {
    List<Item> items = new ArrayList<>();
    Map<ItemId, List<Edge>> edges = new HashMap<>();
    for (int i = 0; i < ITEMS; i++) {
      items.add(item(i));
      edges.put(id(i), List.of(Edge.of(EntityId.of(id(i)), "genre", genre(i))));
    }
    return new BenchData(items, edges, stream(USERS * meetings));
  }

  /** Returns texts that say which quarter an item is of, more or less. */
  static Map<ItemId, Embedding> tellingTexts() {
    Random random = new Random(3);
    Map<ItemId, Embedding> texts = new HashMap<>();
    for (int i = 0; i < ITEMS; i++) {
      float[] vector = new float[8];
      for (int d = 0; d < vector.length; d++) {
        vector[d] = .3f * (float) random.nextGaussian();
      }
      vector[i % GROUPS]++;
      texts.put(id(i), Embedding.of(vector));
    }
    return texts;
  }

  static ItemId id(int position) {
    return new ItemId("i" + position);
  }

  static int group(ItemId item) {
    return Integer.parseInt(item.value().substring(1)) % GROUPS;
  }

  private static EntityId genre(int item) {
    return new EntityId("genre:g" + item % GROUPS);
  }

  private static Item item(int i) {
    return new Item(
        id(i), 1, "Item " + i, "", List.of(), List.of(), Map.of(), "en", true, Instant.EPOCH);
  }

  private static List<Interaction> stream(int events) {
    Random random = new Random(1);
    List<Interaction> stream = new ArrayList<>();
    for (int event = 0; event < events; event++) {
      int user = event % USERS;
      int item = random.nextInt(ITEMS / GROUPS) * GROUPS + user % GROUPS;
      stream.add(
          new Interaction(
              "%09d".formatted(event),
              new UserId("u" + user),
              id(item),
              InteractionKind.LIKE,
              null,
              Instant.ofEpochSecond(event)));
    }
    return stream;
  }
}
