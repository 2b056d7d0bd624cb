package io.lorecast.recommend;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.FitItem;
import io.lorecast.learning.FitListener;
import io.lorecast.learning.FitSettings;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Learner;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.ModelFitter;
import io.lorecast.learning.TrainingSet;
import io.lorecast.model.Context;
import io.lorecast.model.Edge;
import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.EntityStore;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.GraphStore;
import io.lorecast.store.ItemStore;
import io.lorecast.store.LearningWriter;
import io.lorecast.store.ModelStore;
import io.lorecast.store.ModelStore.StoredModel;
import io.lorecast.store.VectorStores;
import io.lorecast.store.layered.Stores;
import io.lorecast.store.testing.TestStores;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * 24 books in the stores, written as the other functions write them: book i has one of three genres
 * (i % 3) and of six authors (i % 6), and has 100 + i pages. The last is not available; readers
 * have met the first 20.
 */
final class Library {

  static final int BOOKS = 24;

  /** Applications that keep none do not look at them. */
  static final int LIKERS_KEPT = 50;

  private static final List<String> GENRES = List.of("novel", "essay", "crime");
  private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
  private static final int READERS = 6;
  private static final int MET = 20;
  static final ContentSpace SPACE = ContentSpace.single("letters", 8);

  private static final Map<String, Library> LIBRARIES = new ConcurrentHashMap<>();

  private final ItemStore items;
  private final VectorStores vectors;
  private final ModelStore models;
  private final GraphStore graph;
  private final EntityStore entities;
  private final ChangeFeed feed;
  private final FeedbackLog log;
  private final LearningWriter writer;

  private Library(Stores stores) {
    this.items = stores.items();
    this.vectors = stores.vectors();
    this.models = stores.model();
    this.graph = stores.graph();
    this.entities = stores.entities();
    this.feed = stores.changes();
    this.log = stores.feedbackLog();
    this.writer =
        new LearningWriter(
            new Learner(InteractionWeights.defaults(), LearnerSettings.defaults()),
            stores.learning(LIKERS_KEPT));
  }

  /** Returns the library in the stores of the application beside the test, filled once. */
  static Library ofApplication() {
    return LIBRARIES.computeIfAbsent(
        TestStores.tenantOfApplication(),
        unused -> {
          Library library = new Library(TestStores.ofApplication());
          library.fill();
          return library;
        });
  }

  private void fill() {
    await(models.publish(StoredModel.of(FittedModel.unfitted(SPACE))));
    for (int i = 1; i <= BOOKS; i++) {
      await(items.save(book(i)));
      await(vectors.content(SPACE.id()).save(id(i), content(i)));
      await(graph.change("book " + i, List.of(genre(i), author(i)), List.of()));
      await(feed.announce(List.of(id(i))));
    }
    for (int reader = 0; reader < READERS; reader++) {
      for (int i = 1; i <= MET; i++) {
        does("crowd " + reader, opinion(reader, i), i);
      }
    }
    await(feed.begin("filled"));
  }

  /** Publishes a model that was fitted to what the crowd did; the one before has no factors. */
  void fit() {
    TrainingSet training = new TrainingSet(InteractionWeights.defaults());
    List<FitItem> fitted = new ArrayList<>();
    for (int i = 1; i <= BOOKS; i++) {
      Set<EntityId> entities = Set.of(genre(i).tail(), author(i).tail());
      fitted.add(new FitItem(id(i), Optional.of(content(i)), entities));
      for (int reader = 0; reader < READERS && i <= MET; reader++) {
        Instant at = NOW.plusSeconds(i);
        training.add(interaction("crowd " + reader, opinion(reader, i), i, at, Context.NONE));
      }
    }
    ModelFitter fitter = new ModelFitter(FitSettings.defaults(), FitListener.NONE);
    await(models.publish(StoredModel.of(fitter.fit(SPACE, fitted, training, 1))));
  }

  private static InteractionKind opinion(int reader, int book) {
    return book % 3 == reader % 3 ? InteractionKind.LIKE : InteractionKind.VIEW;
  }

  void likes(String user, int book) {
    does(user, InteractionKind.LIKE, book);
  }

  /** Likes {@code book} now, where the other likes are of long ago. */
  void likesNow(Context context, String user, int book) {
    does(user, InteractionKind.LIKE, book, Instant.now(), context);
  }

  /** Has the author of {@code book} called {@code label} from now on. */
  void callAuthor(int book, String label) {
    EntityId author = author(book).tail();
    await(
        entities.saveAll(
            List.of(new Entity(author, label, "person", List.of(), Optional.empty()))));
  }

  void remove(Edge edge, int... books) {
    await(graph.change("without " + edge, List.of(), List.of(edge)));
    for (int book : books) {
      await(feed.announce(List.of(id(book))));
    }
  }

  private void does(String user, InteractionKind kind, int book) {
    does(user, kind, book, NOW.plusSeconds(book), Context.NONE);
  }

  private void does(String user, InteractionKind kind, int book, Instant at, Context context) {
    Interaction interaction = interaction(user, kind, book, at, context);
    await(log.append(List.of(interaction)));
    await(writer.learn(List.of(interaction)));
  }

  private static Interaction interaction(
      String user, InteractionKind kind, int book, Instant at, Context context) {
    return new Interaction(user + " " + book, new UserId(user), id(book), kind, null, at, context);
  }

  static ItemId id(int i) {
    return new ItemId("book-" + i);
  }

  static String genreOf(int i) {
    return GENRES.get(i % 3);
  }

  static Edge author(int i) {
    return Edge.of(EntityId.of(id(i)), "author", EntityId.of("person", "Author " + i % 6));
  }

  private static Edge genre(int i) {
    return Edge.of(EntityId.of(id(i)), "genre", EntityId.of("genre", genreOf(i)));
  }

  private static Item book(int i) {
    Map<String, List<String>> attributes =
        Map.of(
            "genre",
            List.of(genreOf(i)),
            "author",
            List.of("Author " + i % 6),
            "pages",
            List.of(String.valueOf(100 + i)));
    return new Item(
        id(i), 1, "Book " + i, "", List.of(), List.of(), attributes, "en", i < BOOKS, NOW);
  }

  static Embedding content(int i) {
    Random random = new Random(i);
    float[] values = new float[8];
    for (int d = 0; d < values.length; d++) {
      values[d] = (float) random.nextGaussian() + (d % 3 == i % 3 ? 1 : 0);
    }
    return Embedding.of(values);
  }

  private static <T> void await(Uni<T> uni) {
    uni.await().indefinitely();
  }
}
