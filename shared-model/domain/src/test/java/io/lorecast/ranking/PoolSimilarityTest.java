package io.lorecast.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PoolSimilarityTest {

  /** Features are rounded to it. */
  private static final Offset<Double> HALF_PRECISION = offset(1e-3);

  private final Catalogue catalogue =
      new Catalogue(
          FittedModel.unfitted(ContentSpace.single("letters", 3)),
          LearnerSettings.defaults(),
          RankingSettings.defaults());

  @Test
  void itIsTheMeanOfTheCosineAndTheWeightedShareOfEntitiesInCommon() {
    put("a", Embedding.of(1, 0, 0), "person:x", "person:y");
    put("b", Embedding.of(0, 2, 0), "person:y", "person:z");
    put("c", Embedding.of(3, 3, 0));

    double[] sums = similarities("a", "a", "b", "c");

    // Of 3 items, person:y has 2 and the others 1. Itself: (1 + 1) / 2; b: (0 + its idf among those
    // of x, y and z) / 2; c: (cos 45 degrees + 0) / 2
    double shared = Math.log(1 + 3 / 2.);
    assertThat(sums[0]).isCloseTo(1, HALF_PRECISION);
    assertThat(sums[1]).isCloseTo(shared / (shared + 2 * Math.log(1 + 3)) / 2, HALF_PRECISION);
    assertThat(sums[2]).isCloseTo(Math.sqrt(.5) / 2, HALF_PRECISION);
  }

  @Test
  void whatNothingIsKnownOfIsLikeNothing() {
    put("a", Embedding.of(1, 0, 0), "person:x");
    catalogue.put(item("b"), Optional.empty());

    assertThat(similarities("b", "a", "b")).containsExactly(0, 0);
  }

  private void put(String id, Embedding content, String... entities) {
    catalogue.put(item(id, entities), Optional.of(content));
  }

  private static CatalogueItem item(String id, String... entities) {
    List<CatalogueItem.Link> links =
        Stream.of(entities)
            .map(entity -> new CatalogueItem.Link("cast", new EntityId(entity), 1))
            .toList();
    return new CatalogueItem(new ItemId(id), id, true, Map.of(), links);
  }

  private double[] similarities(String of, String... pool) {
    return catalogue.readAt(
        Instant.EPOCH,
        view -> {
          int[] slots = Stream.of(pool).mapToInt(id -> view.slot(new ItemId(id))).toArray();
          double[] sums = new double[pool.length];
          new PoolSimilarity(slots, view).addTo(sums, List.of(pool).indexOf(of));
          return sums;
        });
  }
}
