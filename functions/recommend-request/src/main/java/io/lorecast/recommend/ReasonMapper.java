package io.lorecast.recommend;

import io.lorecast.events.Recommendations;
import io.lorecast.events.Recommendations.NamedItem;
import io.lorecast.events.Recommendations.Step;
import io.lorecast.explanation.Sentences;
import io.lorecast.explanation.Subject;
import io.lorecast.ranking.Contribution;
import io.lorecast.ranking.Counterfactual;
import io.lorecast.ranking.MetItem;
import io.lorecast.ranking.Reason;
import java.util.List;

/**
 * Puts explanations into the words of one answer.
 *
 * @param subject whose likes the reasons speak of
 */
record ReasonMapper(Sentences sentences, Subject subject) {

  Recommendations.Reason toReason(Reason reason) {
    return new Recommendations.Reason(
        reason.kind().wireName(),
        sentences.of(reason, subject),
        reason.path().stream().map(ReasonMapper::toStep).toList(),
        reason.because().map(ReasonMapper::toItem).orElse(null),
        reason.counterfactual().map(this::toCounterfactual).orElse(null));
  }

  List<Recommendations.Contribution> toContributions(List<Contribution> contributions) {
    return contributions.stream().map(this::toContribution).toList();
  }

  private Recommendations.Contribution toContribution(Contribution contribution) {
    return contribution
        .of()
        .map(
            met ->
                new Recommendations.Contribution(
                    met.id().value(), met.name(), contribution.value()))
        .orElseGet(
            () ->
                new Recommendations.Contribution(null, sentences.earlier(), contribution.value()));
  }

  private Recommendations.Counterfactual toCounterfactual(Counterfactual counterfactual) {
    return new Recommendations.Counterfactual(
        counterfactual.without().id().value(),
        counterfactual.rankBefore(),
        counterfactual.rankAfter(),
        sentences.of(counterfactual));
  }

  private static NamedItem toItem(MetItem item) {
    return new NamedItem(item.id().value(), item.name());
  }

  private static Step toStep(Reason.Step step) {
    return new Step(
        step.from().id().value(),
        step.from().name(),
        step.relation(),
        step.to().id().value(),
        step.to().name());
  }
}
