package io.lorecast.bindings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FailureLogTest {

  private final List<ExtLogRecord> logged = new CopyOnWriteArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          ExtLogRecord wrapped = ExtLogRecord.wrap(line);
          wrapped.copyMdc();
          logged.add(wrapped);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(listener);
  }

  @AfterEach
  void leave() {
    Logger.getLogger("").removeHandler(listener);
  }

  @Test
  void bugIsLoggedOnceWithTheIdOfTheEventAndWithoutItsData() {
    call("bug", "like");

    assertThat(logged)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getMdc("eventId")).isEqualTo("evt-bug");
              assertThat(line.getFormattedMessage())
                  .contains("java.lang.IllegalArgumentException")
                  .contains("TestFunctions.failIfTold")
                  .doesNotContain("secret");
            });
  }

  @Test
  void failureOfAStoreIsLoggedWithWhatWasBeingDone() {
    call("store-fails", "like");

    assertThat(logged)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getMdc("eventId")).isEqualTo("evt-store-fails");
              assertThat(line.getFormattedMessage()).contains("StoreException: reading x");
            });
  }

  @Test
  void refusalIsNotLogged() {
    call("bug", "lurk");

    assertThat(logged).isEmpty();
  }

  private static void call(String user, String kind) {
    given()
        .header("ce-specversion", "1.0")
        .header("ce-id", "evt-" + user)
        .header("ce-source", "s")
        .header("ce-type", "io.lorecast.feedback.v1")
        .contentType("application/json")
        .body(
            "{\"feedbackId\":\"f\",\"userId\":\"%s\",\"itemId\":\"i\",\"kind\":\"%s\"}"
                .formatted(user, kind))
        .post("/");
  }
}
