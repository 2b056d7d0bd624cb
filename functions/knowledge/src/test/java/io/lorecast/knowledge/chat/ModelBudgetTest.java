package io.lorecast.knowledge.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.knowledge.InMemoryStores;
import io.lorecast.knowledge.chat.ModelServer.Answer;
import io.lorecast.store.BudgetStore.Spending;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a model may cost, and what it costs. */
@QuarkusTest // for the fault tolerance alone, which asks the container for its parts
@TestProfile(InMemoryStores.Profile.class)
class ModelBudgetTest extends AskedModel {

  @Test
  void ofACallThatWasEndedNobodyKnowsWhatItCost() {
    server.say(ModelServer.NONE);
    TestChat hasty = settings.withTimeout(Duration.ofMillis(100));

    assertThatThrownBy(() -> ask(hasty)).isInstanceOf(ModelUnavailableException.class);
    // Three calls of at most 10 + 500 tokens.
    assertThat(spent()).isEqualTo(new Spending(3, 1_530));
  }

  @Test
  void whatACallCostsIsCountedAsTheProviderSays() {
    server.say(GOOD);

    ask(settings);

    assertThat(spent()).isEqualTo(new Spending(1, 120));
  }

  @Test
  void aFailedCallCostsNoTokensAndCountsAsACall() {
    server.say(BUSY, GOOD);

    ask(settings);

    assertThat(spent()).isEqualTo(new Spending(2, 120));
  }

  @Test
  void whenTheCallsAreUsedUpTheModelIsNotAsked() {
    server.say(BUSY);

    // Of three tries two are paid for.
    assertThatThrownBy(() -> ask(settings.withBudget(2, 1_000_000)))
        .isInstanceOf(BudgetUsedUpException.class)
        .hasMessageContaining("2026-03-04");
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void whatACallMayCostAtMostMustBeLeft() {
    server.say(GOOD);

    assertThatThrownBy(() -> ask(settings.withBudget(10, 509)))
        .isInstanceOf(BudgetUsedUpException.class);
    assertThat(server.asked()).isEmpty();
    assertThat(ask(settings.withBudget(10, 510))).isNotEmpty();
  }

  @Test
  void aCallThatBedrockRefusesOrThatReachesNobodyCostsNoTokens() {
    server.say(Answer.of(503, "{}").with("x-amzn-errortype", "ServiceUnavailableException"));
    assertThatThrownBy(() -> ask(Provider.BEDROCK, TestChat.at(server.at(""))))
        .isInstanceOf(ModelUnavailableException.class);
    assertThat(server.asked()).hasSize(3);
    assertThat(spent()).isEqualTo(new Spending(3, 0));

    server.close();
    assertThatThrownBy(() -> ask(settings)).isInstanceOf(ModelUnavailableException.class);
    assertThat(spent()).isEqualTo(new Spending(6, 0));
  }

  private Spending spent() {
    return budget.spent(TODAY).await().indefinitely();
  }
}
