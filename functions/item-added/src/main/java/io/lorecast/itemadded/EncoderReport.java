package io.lorecast.itemadded;

import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.EncoderStatus;
import io.lorecast.encoding.EncodersByLanguage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Which encoders are open and where they run: in the readiness check, by version, and as the metric
 * {@code lorecast.encoder}, 1 for each, so that a fall from GPU to CPU can be seen and alarmed on.
 */
@Readiness
@Singleton
class EncoderReport implements HealthCheck, MeterBinder {

  private final List<EncoderStatus> encoders;

  EncoderReport(EncodersByLanguage texts, @Named("generative") Optional<Encoder> generative) {
    this.encoders =
        Stream.concat(texts.all().stream(), generative.stream()).map(Encoder::status).toList();
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("encoders").up();
    encoders.forEach(
        status ->
            response.withData(
                status.version(),
                "%s, %s, %s, %d dimensions"
                    .formatted(
                        status.device(),
                        status.provider(),
                        status.precision(),
                        status.dimension())));
    return response.build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    encoders.forEach(
        status ->
            Gauge.builder("lorecast.encoder", () -> 1)
                .description("An encoder that is open")
                .tag("version", status.version())
                .tag("device", status.device())
                .tag("provider", status.provider())
                .tag("precision", status.precision())
                .register(registry));
  }
}
