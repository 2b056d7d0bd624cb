package io.lorecast.bindings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostGuardTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.1.2.3"})
  void thisMachineAloneNeedsNoKey(String host) {
    assertThatCode(() -> guard(host, Optional.empty(), false).check()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "no-such-host.invalid"})
  void otherMachinesNeedOne(String host) {
    assertThatThrownBy(() -> guard(host, Optional.empty(), false).check())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("quarkus.http.host is " + host)
        .hasMessageContaining("LORECAST_API_KEY")
        .hasMessageContaining("lorecast.http.open=true");
  }

  @Test
  void keyOrWordOfTheOwnerIsEnough() {
    assertThatCode(() -> guard("0.0.0.0", Optional.of("key"), false).check())
        .doesNotThrowAnyException();
    assertThatCode(() -> guard("0.0.0.0", Optional.empty(), true).check())
        .doesNotThrowAnyException();
  }

  private static HostGuard guard(String host, Optional<String> key, boolean open) {
    return new HostGuard(
        host,
        new ApiKey(key),
        new BindingsConfig() {
          @Override
          public boolean open() {
            return open;
          }

          @Override
          public int maxBatch() {
            return 1;
          }

          @Override
          public int batchConcurrency() {
            return 1;
          }
        });
  }
}
