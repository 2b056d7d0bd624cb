package io.lorecast.modelrefresh;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.FitItem;
import io.lorecast.learning.FitListener;
import io.lorecast.learning.FitSettings;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.ModelFitter;
import io.lorecast.learning.TrainingSet;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.ItemStore;
import io.lorecast.store.VectorStores;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A record in which likes say much and contents nothing: 250 users, each of one of six groups, like
 * five of its ten items.
 */
final class Tastes {

  static final ContentSpace SPACE = ContentSpace.single("letters", 3);

  private static final int ITEMS = 60;
  private static final int GROUPS = 6;
  private static final int USERS = 250;
  private static final int LIKES = 5;
  private static final int BATCH = 25;

  private Tastes() {}

  /** Writes the record as the other functions do. */
  static void record(ItemStore items, VectorStores vectors, FeedbackLog log) {
    for (FitItem fitItem : items()) {
      Item item =
          new Item(
              fitItem.id(),
              1,
              fitItem.id().value(),
              "",
              List.of(),
              List.of(),
              Map.of(),
              "en",
              true,
              Instant.EPOCH);
      await(items.save(item));
      await(vectors.content(SPACE.id()).save(item.id(), fitItem.content().orElseThrow()));
    }
    List<Interaction> likes = likes();
    for (int from = 0; from < likes.size(); from += BATCH) {
      await(log.append(likes.subList(from, Math.min(likes.size(), from + BATCH))));
    }
  }

  /** Returns a model of this record, its factors held back by {@code regularisation}. */
  static FittedModel model(double regularisation) {
    FitSettings defaults = FitSettings.defaults();
    FitSettings settings =
        defaults.withFactors(defaults.sweeps(), defaults.unobserved(), regularisation);
    TrainingSet training = new TrainingSet(InteractionWeights.defaults());
    likes().forEach(training::add);
    // What a sweep holds out it has never seen.
    training.holdOut(1_000);
    return new ModelFitter(settings, FitListener.NONE).fit(SPACE, items(), training, 1);
  }

  private static List<FitItem> items() {
    Random random = new Random(1);
    List<FitItem> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      Embedding content = Embedding.of(random.nextFloat(), random.nextFloat(), random.nextFloat());
      items.add(new FitItem(new ItemId("item-" + i), Optional.of(content), Set.of()));
    }
    return items;
  }

  private static List<Interaction> likes() {
    Random random = new Random(2);
    List<Interaction> likes = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      List<Integer> ofGroup = new ArrayList<>();
      for (int item = user % GROUPS; item < ITEMS; item += GROUPS) {
        ofGroup.add(item);
      }
      Collections.shuffle(ofGroup, random);
      for (int item : ofGroup.subList(0, LIKES)) {
        likes.add(
            new Interaction(
                "like-" + likes.size(),
                new UserId("user-" + user),
                new ItemId("item-" + item),
                InteractionKind.LIKE,
                null,
                Instant.ofEpochSecond(1_700_000_000L + likes.size())));
      }
    }
    return likes;
  }

  static <T> T await(Uni<T> uni) {
    return uni.await().indefinitely();
  }
}
