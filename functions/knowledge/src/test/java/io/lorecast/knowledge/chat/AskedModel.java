package io.lorecast.knowledge.chat;

import io.lorecast.knowledge.chat.ModelServer.Answer;
import io.lorecast.store.InMemoryBudgetStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;

/** A model on this machine that is asked through its guard. */
abstract class AskedModel {

  static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  static final LocalDate TODAY = LocalDate.parse("2026-03-04");

  /** 4 + 4 + 2 bytes, each of which may be a token. */
  static final Question QUESTION = new Question("read", "text", "{}");

  static final Answer GOOD = OpenAi.completion("{\"facts\":[]}", "stop");
  static final Answer BUSY = OpenAi.error(500, "server_error", "internal");

  final ModelServer server = new ModelServer(0);
  final InMemoryBudgetStore budget = new InMemoryBudgetStore();
  final TestChat settings = TestChat.at(server.at("/v1")).with(Structure.NONE);

  @AfterEach
  void stop() {
    server.close();
  }

  String ask(TestChat settings) {
    return ask(Provider.OPENAI, settings);
  }

  String ask(Provider provider, TestChat settings) {
    try (GuardedModel model = model(provider, settings)) {
      return ask(model);
    }
  }

  static String ask(GuardedModel model) {
    return model.ask(QUESTION, Reply::text).await().indefinitely();
  }

  GuardedModel model(TestChat settings) {
    return model(Provider.OPENAI, settings);
  }

  private GuardedModel model(Provider provider, TestChat settings) {
    return new GuardedModel(provider, settings, budget, Clock.fixed(NOON, ZoneOffset.UTC));
  }
}
