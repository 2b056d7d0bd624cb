package io.lorecast.knowledge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.fact.FactEdges;
import io.lorecast.fact.FactLimits;
import io.lorecast.fact.Vocabulary;
import io.lorecast.knowledge.chat.GuardedModel;
import io.lorecast.store.BudgetStore;
import io.lorecast.store.KnowledgeStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Makes the pure parts, and the model if there is one, from the configuration. */
final class KnowledgeBeans {

  /** What may be said unless something else is configured: relation and type of its objects. */
  static final Map<String, String> RELATIONS =
      Map.of(
          "theme", "theme",
          "mood", "mood",
          "subject", "subject",
          "setting", "place",
          "period", "period",
          "features", "person");

  private static Map<String, String> relations(KnowledgeConfig config) {
    return config.relations().isEmpty() ? RELATIONS : config.relations();
  }

  @Produces
  @Singleton
  FactEdges factEdges(KnowledgeConfig config) {
    return new FactEdges(
        new Vocabulary(relations(config), config.properNames()),
        new FactLimits(
            config.facts(),
            config.sameRelation(),
            config.nameLength(),
            config.leastConfidence(),
            config.trust()));
  }

  @Produces
  @Singleton
  FactQuestions factQuestions(KnowledgeConfig config, ObjectMapper json) {
    return new FactQuestions(relations(config), config, json);
  }

  /** At the start, so that a wrong configuration is found before the first event. */
  @Produces
  @Singleton
  @Startup
  Optional<GuardedModel> model(KnowledgeConfig config, BudgetStore budget, Clock clock) {
    return config
        .chat()
        .provider()
        .map(provider -> new GuardedModel(provider, config.chat(), budget, clock));
  }

  void close(@Disposes Optional<GuardedModel> model) {
    model.ifPresent(GuardedModel::close);
  }

  @Produces
  @Singleton
  Optional<TextReader> textReader(
      Optional<GuardedModel> model,
      KnowledgeConfig config,
      KnowledgeStore store,
      ObjectMapper json,
      Clock clock,
      MeterRegistry meters) {
    return model.map(
        asked ->
            new TextReader(
                asked, new FactAnswers(json), store, config.remembered(), clock, meters));
  }
}
