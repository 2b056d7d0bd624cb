package io.lorecast.ranking;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Term;
import java.util.List;

/**
 * The weighted terms of some candidates, and how far each term of each stands out among them.
 *
 * @param values shape [candidates, terms], flat
 * @param means of each term, shape [terms]
 * @param deviations of each term, shape [terms]
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one ranking
record TermTable(double[] values, double[] means, double[] deviations) {

  static final int TERMS = Term.values().length;

  static TermTable of(
      List<Selection.Chosen> candidates,
      HybridScorer scorer,
      UserProfile profile,
      BlendWeights weights,
      CatalogueView view) {
    double[] values = new double[candidates.size() * TERMS];
    addWeighted(values, 1, candidates, scorer, profile, weights, view);
    addPolicies(values, candidates);
    float weight = weights.weight(profile.bucket(), Term.BEHAVIOUR);
    for (int i = 0; i < candidates.size(); i++) {
      values[i * TERMS + Term.EXPLORATION.index()] =
          weight * scorer.exploration(view, candidates.get(i).slot());
    }
    return of(values);
  }

  /**
   * Returns the terms of a group: those with a weight are the mean over the members.
   *
   * @param misery what the least content member takes away, shape [slots]
   */
  static TermTable of(
      List<Selection.Chosen> candidates,
      HybridScorer scorer,
      List<UserProfile> members,
      float[] misery,
      BlendWeights weights,
      CatalogueView view) {
    double[] values = new double[candidates.size() * TERMS];
    for (UserProfile member : members) {
      addWeighted(values, 1. / members.size(), candidates, scorer, member, weights, view);
    }
    addPolicies(values, candidates);
    for (int i = 0; i < candidates.size(); i++) {
      values[i * TERMS + Term.MISERY.index()] = misery[candidates.get(i).slot()];
    }
    return of(values);
  }

  private static void addWeighted(
      double[] values,
      double share,
      List<Selection.Chosen> candidates,
      HybridScorer scorer,
      UserProfile profile,
      BlendWeights weights,
      CatalogueView view) {
    float[] features = new float[Term.WEIGHTED];
    for (int i = 0; i < candidates.size(); i++) {
      scorer.features(profile, view, candidates.get(i).slot(), features, 0);
      for (Term term : Term.values()) {
        if (term.isWeighted()) {
          values[i * TERMS + term.index()] +=
              share * weights.weight(profile.bucket(), term) * features[term.index()];
        }
      }
    }
  }

  private static void addPolicies(double[] values, List<Selection.Chosen> candidates) {
    for (int i = 0; i < candidates.size(); i++) {
      values[i * TERMS + Term.BOOST.index()] = candidates.get(i).boost();
      values[i * TERMS + Term.RULES.index()] = candidates.get(i).rules();
    }
  }

  static TermTable of(double[] values) {
    int n = values.length / TERMS;
    double[] means = new double[TERMS];
    double[] deviations = new double[TERMS];
    for (int i = 0; i < values.length; i++) {
      means[i % TERMS] += values[i] / n;
    }
    for (int i = 0; i < values.length; i++) {
      double apart = values[i] - means[i % TERMS];
      deviations[i % TERMS] += apart * apart / n;
    }
    for (int t = 0; t < TERMS; t++) {
      deviations[t] = Math.sqrt(deviations[t]);
    }
    return new TermTable(values, means, deviations);
  }

  double value(int candidate, Term term) {
    return values[candidate * TERMS + term.index()];
  }

  /**
   * Returns how much {@code term} sets the candidate apart: by how much it is above the mean, times
   * by how many deviations; 0 if it is not above it.
   */
  double salience(int candidate, Term term) {
    double above = value(candidate, term) - means[term.index()];
    double deviation = deviations[term.index()];
    return above > 0 && deviation > 0 ? above * above / deviation : 0;
  }
}
