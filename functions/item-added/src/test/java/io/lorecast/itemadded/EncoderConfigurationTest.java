package io.lorecast.itemadded;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.EncodersByLanguage;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

/** Encoders as a configuration names them; where they run can be watched. */
@QuarkusTest
@TestProfile(EncoderConfigurationTest.Configured.class)
class EncoderConfigurationTest {

  /** Two languages; German by the default model, but read otherwise. */
  public static final class Configured implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(InMemoryStores.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "lorecast.item-added.max-tokens", "32",
          "lorecast.item-added.encoders.de", "minilm-int8",
          "lorecast.item-added.models.minilm-int8.pooling", "cls",
          "lorecast.item-added.models.minilm-int8.query-prefix", "find: ",
          "lorecast.item-added.device", "cpu");
    }
  }

  @Inject Encoder encoder;
  @Inject EncodersByLanguage encoders;
  @Inject @Readiness EncoderReport report;

  @Inject
  @Named("generative")
  Optional<Encoder> generative;

  @Test
  void encodersAreReadAsConfigured() {
    assertThat(encoder.version()).matches("minilm-int8-.*-int8-32-cls-prefix.*");
    assertThat(encoders.of("de-AT")).isSameAs(encoders.fallback()).isSameAs(encoder);
    assertThat(generative).isEmpty();
  }

  @Test
  void healthAndMetricsSayWhereTheyRun() {
    String version = encoder.version();

    assertThat(report.call().getData().orElseThrow())
        .containsEntry(version, "cpu, CPUExecutionProvider, int8, 384 dimensions");
    when()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("lorecast_encoder{device=\"cpu\""))
        .body(containsString("version=\"" + version + "\""));
  }
}
