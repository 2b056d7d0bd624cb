package io.lorecast.ranking;

import io.lorecast.encoding.ContentBlock;
import io.lorecast.learning.Term;
import io.lorecast.vector.Embedding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One search, under the catalogue's lock; see {@link Ranker#search}. */
record SearchPass(RankingSettings settings, RankRequest request, CatalogueView view) {

  List<ScoredItem> items(Embedding query) {
    if (query.dimension() != view.model.space().dimension()) {
      throw new IllegalArgumentException(
          "query must have dimension %d, had %d"
              .formatted(view.model.space().dimension(), query.dimension()));
    }
    Selection selection = new Selection(settings, new HybridScorer(settings), view, request);
    List<Selection.Chosen> candidates =
        selection.best(HybridScorer.Scores.of(cosines(query)), request.candidates(settings));
    List<ScoredItem> items = new ArrayList<>();
    for (Selection.Chosen chosen :
        DiversityReranker.rerank(
            candidates, DiversityReranker::sharesByScore, view, request.k(), request.diversity())) {
      items.add(item(chosen));
    }
    return items;
  }

  private ScoredItem item(Selection.Chosen chosen) {
    CatalogueItem item = view.item(chosen.slot());
    Map<Term, Double> terms = new EnumMap<>(Term.class);
    for (Term term : Term.values()) {
      terms.put(term, 0.0);
    }
    double content = chosen.score() - chosen.rules();
    terms.put(Term.CONTENT, content);
    terms.put(Term.RULES, (double) chosen.rules());
    return new ScoredItem(
        item.id(),
        item.name(),
        content + chosen.rules(),
        terms,
        request.reason(() -> Reason.general(Reason.Kind.CONTENT)),
        List.of());
  }

  /** Returns the cosine of each slot's content with the query, shape [slots]. */
  private float[] cosines(Embedding query) {
    float[] wanted = query.toArray();
    boolean[] asked = asked(wanted);
    float[] cosines = new float[view.slots()];
    for (int slot = 0; slot < cosines.length; slot++) {
      Embedding content = view.contents[slot];
      if (content != null && content.dimension() == wanted.length) {
        cosines[slot] = cosine(content, wanted, asked);
      }
    }
    return cosines;
  }

  /** Returns for each dimension whether its block is one that the query has. */
  private boolean[] asked(float[] query) {
    boolean[] asked = new boolean[query.length];
    int start = 0;
    for (ContentBlock block : view.model.space().blocks()) {
      boolean has = false;
      for (int d = start; d < start + block.dimension(); d++) {
        has |= query[d] != 0;
      }
      java.util.Arrays.fill(asked, start, start + block.dimension(), has);
      start += block.dimension();
    }
    return asked;
  }

  private static float cosine(Embedding content, float[] query, boolean[] asked) {
    double dot = 0;
    double ofContent = 0;
    double ofQuery = 0;
    for (int d = 0; d < query.length; d++) {
      if (asked[d]) {
        double value = content.get(d);
        dot += value * query[d];
        ofContent += value * value;
        ofQuery += (double) query[d] * query[d];
      }
    }
    return ofContent > 0 && ofQuery > 0 ? (float) (dot / Math.sqrt(ofContent * ofQuery)) : 0;
  }
}
