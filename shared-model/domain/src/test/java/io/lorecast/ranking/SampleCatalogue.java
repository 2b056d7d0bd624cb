package io.lorecast.ranking;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.FitItem;
import io.lorecast.learning.FitListener;
import io.lorecast.learning.FitSettings;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.ForwardDecay;
import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.ModelFitter;
import io.lorecast.learning.NeighbourCounters;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.learning.TrainingSet;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.sequence.SequenceModel;
import io.lorecast.sequence.SequenceRow;
import io.lorecast.vector.Embedding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * 60 items of three genres, 20 each (item i has genre i % 3 and one of 10 directors), whose fans
 * like most of their genre; a fitted model, counters and neighbour rows that fit together.
 */
final class SampleCatalogue {

  static final int ITEMS = 60;
  static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  static final UserId ANNA = new UserId("anna");

  private static final int DIMENSION = 16;
  private static final int GENRES = 3;

  final RankingSettings settings;
  final Catalogue catalogue;
  final Map<ItemId, NeighbourRow> rows = new HashMap<>();
  private final FittedModel model;

  SampleCatalogue() {
    this(RankingSettings.defaults());
  }

  SampleCatalogue(RankingSettings settings) {
    this.settings = settings;
    this.model = fit();
    this.catalogue = new Catalogue(model, LearnerSettings.defaults(), settings);
    order().forEach(this::add);
    for (int i = 0; i < ITEMS; i++) {
      Map<ItemId, Long> liked = new HashMap<>();
      for (int j = i % GENRES; j < ITEMS; j += GENRES) {
        if (j != i) {
          liked.put(id(j), NeighbourCounters.ONE * (1 + (i + j) % 5));
        }
      }
      rows.put(id(i), new NeighbourRow(liked, Map.of()));
    }
  }

  /** Returns the positions in the order in which they are added. */
  static List<Integer> order() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      order.add(i);
    }
    return order;
  }

  void add(int i) {
    catalogue.put(item(i, true), Optional.of(content(i)));
    catalogue.updateCounts(id(i), counts(i));
  }

  FittedModel model() {
    return model;
  }

  /** Returns rows of all items but every seventh, whose values are drawn, and a beginning. */
  static SequenceModel sequence() {
    Random random = new Random(2);
    Map<ItemId, float[]> rows = new HashMap<>();
    for (int i : order()) {
      if (i % 7 != 0) {
        rows.put(id(i), sequenceRow(random));
      }
    }
    return new SequenceModel(rows, sequenceRow(random));
  }

  private static float[] sequenceRow(Random random) {
    float[] row = new float[SequenceRow.SIZE];
    for (int d = 0; d <= SequenceRow.BIAS; d++) {
      row[d] = (float) random.nextGaussian(0, .2);
    }
    return row;
  }

  static Duration halfYear() {
    return Duration.ofDays(182);
  }

  static ItemId id(int i) {
    return new ItemId("item%02d".formatted(i));
  }

  static CatalogueItem item(int i, boolean available) {
    return new CatalogueItem(
        id(i),
        "Item " + i,
        available,
        Map.of("genre", List.of("g" + i % GENRES), "parity", List.of(i % 2 == 0 ? "even" : "odd")),
        List.of(
            new CatalogueItem.Link("genre", EntityId.of("genre", "g" + i % GENRES), 1),
            new CatalogueItem.Link("director", EntityId.of("person", "d" + i % 10), 1)));
  }

  static Embedding content(int i) {
    Random random = new Random(i);
    float[] values = new float[DIMENSION];
    for (int d = 0; d < DIMENSION; d++) {
      values[d] = (float) random.nextGaussian() + (d % GENRES == i % GENRES ? 1 : 0);
    }
    return Embedding.of(values);
  }

  /** Returns the history of a user who liked these items, the last one newest. */
  static UserHistory liked(int... items) {
    UserHistory history = UserHistory.empty(ANNA);
    for (int item : items) {
      history = history.with(entry(history.entries().size(), item, Signal.LIKED));
    }
    return history;
  }

  static HistoryEntry entry(int at, int item, Signal signal) {
    float weight = signal == Signal.LIKED ? 1 : .1f;
    return new HistoryEntry("e" + at, id(item), signal, weight, at * 1_000L);
  }

  /** Item i has i likes, the last days' share growing with i. */
  static ItemCounts counts(int i) {
    ForwardDecay slow = new ForwardDecay(LearnerSettings.defaults().popularityHalfLife());
    ForwardDecay fast = new ForwardDecay(LearnerSettings.defaults().trendHalfLife());
    long at = NOW.minus(Duration.ofDays(1)).toEpochMilli();
    return new ItemCounts(
        2L * i,
        i,
        Map.of(slow.epoch(at), i * slow.amount(at)),
        Map.of(fast.epoch(at), i * fast.amount(at)),
        Map.of());
  }

  private static FittedModel fit() {
    TrainingSet training = new TrainingSet(InteractionWeights.defaults());
    Random random = new Random(1);
    for (int user = 0; user < 40; user++) {
      for (int i = user % GENRES; i < ITEMS; i += GENRES) {
        if (random.nextInt(3) > 0) {
          training.add(
              new UserId("u" + user),
              new HistoryEntry("f" + user + "-" + i, id(i), Signal.LIKED, 1, 0));
        }
      }
    }
    List<FitItem> items =
        order().stream()
            .map(
                i ->
                    new FitItem(
                        id(i),
                        Optional.of(content(i)),
                        java.util.Set.copyOf(item(i, true).entities())))
            .toList();
    return new ModelFitter(FitSettings.defaults(), FitListener.NONE)
        .fit(ContentSpace.single("letters", DIMENSION), items, training, 1);
  }
}
