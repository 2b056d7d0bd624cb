package io.lorecast.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiversityRerankerTest {

  private final Catalogue catalogue =
      new Catalogue(
          FittedModel.unfitted(ContentSpace.single("letters", 2)),
          LearnerSettings.defaults(),
          RankingSettings.defaults());

  @Test
  void anItemOfAnotherKindTakesThePlaceOfOneHardlyMoreLikely() {
    put("a", Embedding.of(1, 0));
    put("b", Embedding.of(1, 0));
    put("c", Embedding.of(0, 1));

    // Shares e^0, e^-.1 and e^-.2 over their sum: .367, .332, .301. After a, b is worth
    // .5 * .332 - .5 * .5 / 190 = .1647 and c .5 * .301 = .1505; at .97: .03 * .332 - .97 * .5 /
    // 190
    // = .0074 against .03 * .301 = .0090.
    assertThat(spread(.5, 0, -.1, -.2)).isEqualTo("abc");
    assertThat(spread(.97, 0, -.1, -.2)).isEqualTo("acb");
  }

  @Test
  void whatIsFarLessLikelyTakesNoPlaceHoweverUnlikeItIs() {
    put("a", Embedding.of(1, 0));
    put("b", Embedding.of(1, 0));
    put("c", Embedding.of(1, 0));
    put("d", Embedding.of(0, 1));

    // Behind a all shares are below 1e-4, so that likeness alone would bring d in. But d is 3 below
    // b and 2.5 below c, more than 2; from 1.9 below c on it comes before it.
    assertThat(spread(.5, 0, -10, -10.5, -13)).isEqualTo("abcd");
    assertThat(spread(.5, 0, -10, -10.5, -12.4)).isEqualTo("abdc");
  }

  @Test
  void diversityAloneKnowsNoBound() {
    put("a", Embedding.of(1, 0));
    put("b", Embedding.of(1, 0));
    put("c", Embedding.of(0, 1));

    assertThat(spread(1, 0, -1, -2_000)).isEqualTo("acb");
  }

  private void put(String id, Embedding content) {
    CatalogueItem item = new CatalogueItem(new ItemId(id), id, true, Map.of(), List.of());
    catalogue.put(item, Optional.of(content));
  }

  private String spread(double diversity, double... scores) {
    List<Selection.Chosen> candidates = new ArrayList<>();
    for (double score : scores) {
      candidates.add(new Selection.Chosen(candidates.size(), score, 0, 0));
    }
    return catalogue.readAt(
        Instant.EPOCH,
        view -> {
          StringBuilder ids = new StringBuilder();
          DiversityReranker.rerank(
                  candidates, DiversityReranker::sharesByOdds, view, candidates.size(), diversity)
              .forEach(chosen -> ids.append(view.item(chosen.slot()).id()));
          return ids.toString();
        });
  }
}
