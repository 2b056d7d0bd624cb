package io.lorecast.ranking;

import io.lorecast.learning.UserHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One ranking for a group, under the catalogue's lock; see {@link Ranker#group}. */
record GroupPass(ScoringBasis basis, RankRequest request, float misery) {

  List<ScoredItem> items(List<UserHistory> histories) {
    CatalogueView view = basis.view();
    HybridScorer scorer = new HybridScorer(basis.settings());
    ProfileBuilder builder = new ProfileBuilder(basis.settings());
    List<UserProfile> members =
        histories.stream()
            .map(history -> builder.profile(history, basis.rows(), view, basis.weights()))
            .toList();
    List<float[]> scores =
        members.stream()
            .map(member -> scorer.scores(member, basis.weights(), view).total())
            .toList();
    float[] taken = taken(scores);
    float[] together = mean(scores);
    for (int slot = 0; slot < together.length; slot++) {
      together[slot] += taken[slot];
    }
    Selection selection = new Selection(basis.settings(), scorer, view, request);
    List<Selection.Chosen> candidates =
        selection.best(HybridScorer.Scores.of(together), request.candidates(basis.settings()));
    TermTable table = TermTable.of(candidates, scorer, members, taken, basis.weights(), view);
    return inWords(candidates, table, members, scores);
  }

  private List<ScoredItem> inWords(
      List<Selection.Chosen> candidates,
      TermTable table,
      List<UserProfile> members,
      List<float[]> scores) {
    Map<Selection.Chosen, Integer> positions = new HashMap<>();
    candidates.forEach(chosen -> positions.put(chosen, positions.size()));
    CatalogueView view = basis.view();
    List<Evidence> evidence =
        members.stream().map(member -> new Evidence(member, basis.rows(), view)).toList();
    double[] norms = scores.stream().mapToDouble(this::norm).toArray();
    List<ScoredItem> items = new ArrayList<>();
    for (Selection.Chosen chosen :
        DiversityReranker.rerank(
            candidates, DiversityReranker::sharesByOdds, view, request.k(), request.diversity())) {
      int position = positions.getOrDefault(chosen, 0);
      Evidence ofMember = evidence.get(mostContent(chosen.slot(), scores, norms));
      items.add(
          RankingPass.item(
              table,
              position,
              view.item(chosen.slot()),
              request.reason(() -> ofMember.reason(table, position, chosen.slot())),
              List.of()));
    }
    return items;
  }

  /** Returns the member who would choose {@code slot} the most likely: whose history says why. */
  private static int mostContent(int slot, List<float[]> scores, double[] norms) {
    int most = 0;
    for (int member = 1; member < norms.length; member++) {
      if (scores.get(member)[slot] - norms[member] > scores.get(most)[slot] - norms[most]) {
        most = member;
      }
    }
    return most;
  }

  private static float[] mean(List<float[]> scores) {
    float[] mean = new float[scores.getFirst().length];
    for (float[] member : scores) {
      for (int slot = 0; slot < mean.length; slot++) {
        mean[slot] += member[slot] / scores.size();
      }
    }
    return mean;
  }

  /** Returns misery * (least - mean) of the members' log-probabilities, shape [slots], <= 0. */
  private float[] taken(List<float[]> scores) {
    float[] least = new float[scores.getFirst().length];
    float[] mean = new float[least.length];
    Arrays.fill(least, Float.POSITIVE_INFINITY);
    for (float[] member : scores) {
      double norm = norm(member);
      for (int slot = 0; slot < least.length; slot++) {
        float logProbability = (float) (member[slot] - norm);
        least[slot] = Math.min(least[slot], logProbability);
        mean[slot] += logProbability / scores.size();
      }
    }
    for (int slot = 0; slot < least.length; slot++) {
      least[slot] = 0 - misery * Math.max(0, mean[slot] - least[slot]);
    }
    return least;
  }

  /** Returns log(sum over the items of e^score), by which scores become log-probabilities. */
  private double norm(float[] scores) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int slot = 0; slot < scores.length; slot++) {
      highest = basis.view().items[slot] == null ? highest : Math.max(highest, scores[slot]);
    }
    double sum = 0;
    for (int slot = 0; slot < scores.length; slot++) {
      sum += basis.view().items[slot] == null ? 0 : Math.exp(scores[slot] - highest);
    }
    return highest + Math.log(sum);
  }
}
