package io.lorecast.knowledge.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.exception.AuthenticationException;
import io.lorecast.knowledge.InMemoryStores;
import io.lorecast.knowledge.chat.ModelServer.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model is spared, and what its failures come to. */
@QuarkusTest // for the fault tolerance alone, which asks the container for its parts
@TestProfile(InMemoryStores.Profile.class)
class GuardedModelTest extends AskedModel {

  @Test
  void whatFailsIsAskedAgain() {
    server.say(BUSY, OpenAi.error(429, "requests", "rate_limit_exceeded"), GOOD);

    assertThat(ask(settings)).isEqualTo("{\"facts\":[]}");
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void whatKeepsFailingIsGivenUpUntilTheEventComesAgain() {
    server.say(BUSY);

    assertThatThrownBy(() -> ask(settings)).isInstanceOf(ModelUnavailableException.class);
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void aServerThatNamesAWaitIsGivenItUpToTheLongest() {
    Backoff backoff = new Backoff(TestChat.at(server.at("")).retryWait(), settings.longestWait());

    // Its own waits double, 1, 2 and 4 ms; the server's 30 s are cut to the longest.
    assertThat(backoff.nextDelayInMillis(new IllegalStateException())).isEqualTo(1);
    assertThat(backoff.nextDelayInMillis(limited("0"))).isZero();
    assertThat(backoff.nextDelayInMillis(limited("30"))).isEqualTo(4);
    assertThat(backoff.nextDelayInMillis(limited("Fri, 13 Mar 2026 00:00:00 GMT"))).isEqualTo(4);
    assertThat(backoff.nextDelayInMillis(limited("soon"))).isEqualTo(4);
  }

  private static Throwable limited(String retryAfter) {
    return new CompletionException(
        new HttpFailure(
            429,
            HttpHeaders.of(
                Map.of("Retry-After", Collections.singletonList(retryAfter)),
                (name, value) -> true),
            ""));
  }

  @Test
  void theWaitThatAServerNamesReachesTheRepetition() {
    server.say(OpenAi.error(429, "requests", "rate_limit_exceeded").with("retry-after", "0"), GOOD);

    assertThat(ask(settings)).isNotEmpty();
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void anAnswerThatDoesNotComeInTimeIsNotWaitedFor() {
    server.say(ModelServer.NONE, ModelServer.ENDLESS, GOOD);

    assertThat(ask(settings.withTimeout(Duration.ofSeconds(3)))).isEqualTo("{\"facts\":[]}");
    assertThat(server.asked()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "no JSON", "{\"choices\":[]}", "{\"choices\":[{}]}"})
  void anAnswerThatIsNoneOfTheProtocolIsAskedForAgain(String broken) {
    server.say(Answer.of(200, broken), GOOD);

    assertThat(ask(settings)).isEqualTo("{\"facts\":[]}");
  }

  @Test
  void anAnswerWithoutEndIsNotReadToItsEnd() {
    server.say(Answer.of(200, " ".repeat(2 << 20)));

    assertThatThrownBy(() -> ask(settings)).isInstanceOf(ModelUnavailableException.class);
  }

  @Test
  void aKeyThatIsWrongIsNotTriedAgain() {
    server.say(OpenAi.error(401, "invalid_request_error", "invalid_api_key"));

    assertThatThrownBy(() -> ask(settings))
        .isInstanceOf(ModelUnavailableException.class)
        .hasCauseInstanceOf(AuthenticationException.class);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void aModelThatFailsIsLeftAlone() {
    server.say(BUSY);
    try (GuardedModel model = model(settings.withBreakerAfter(4))) {
      for (int call = 0; call < 4; call++) {
        assertThatThrownBy(() -> ask(model)).hasNoSuppressedExceptions();
      }

      assertThatThrownBy(() -> ask(model))
          .isInstanceOf(ModelUnavailableException.class)
          .hasCauseInstanceOf(CircuitBreakerOpenException.class);
      assertThat(server.asked()).hasSize(4);
    }
  }

  @Test
  void aProviderWithoutAModelIsRefusedAtTheStart() {
    assertThatThrownBy(() -> model(settings.withoutModel()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lorecast.knowledge.model must name a model of OPENAI");
  }

  @Test
  void whatIsNoUseIsAskedForAgainAndDoesNotOpenTheBreaker() {
    server.say(GOOD);
    try (GuardedModel model = model(settings.withBreakerAfter(2))) {
      for (int call = 0; call < 4; call++) {
        assertThatThrownBy(
                () -> model.ask(QUESTION, GuardedModelTest::useless).await().indefinitely())
            .isInstanceOf(UnusableAnswerException.class);
      }

      assertThat(ask(model)).isEqualTo("{\"facts\":[]}");
    }
    try (GuardedModel model = model(settings)) {
      server.say(GOOD);
      assertThatThrownBy(
              () -> model.ask(QUESTION, GuardedModelTest::useless).await().indefinitely())
          .isInstanceOf(UnusableAnswerException.class);
      assertThat(server.asked()).hasSize(3);
    }
  }

  private static String useless(Reply reply) {
    throw new UnusableAnswerException("the answer was none");
  }
}
