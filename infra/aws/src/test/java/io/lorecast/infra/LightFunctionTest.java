package io.lorecast.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is deployed here is what the functions themselves say. */
class LightFunctionTest {

  @ParameterizedTest
  @EnumSource
  void handlesWhatTheFunctionsOfItsModuleHandle(LightFunction function) throws IOException {
    assertThat(function.types()).containsExactlyInAnyOrderElementsOf(triggers(function.id()));
  }

  @Test
  void theEncoderHandlesTheRest() throws IOException {
    assertThat(EventsStack.ENCODER_TYPES)
        .containsExactlyInAnyOrderElementsOf(triggers(EventsStack.ENCODER));
  }

  private static List<String> triggers(String module) throws IOException {
    Properties properties = new Properties();
    Path file =
        Path.of("..", "..", "functions", module, "src/main/resources/application.properties");
    try (InputStream stream = Files.newInputStream(file)) {
      properties.load(stream);
    }
    return properties.stringPropertyNames().stream()
        .filter(name -> name.endsWith(".trigger"))
        .map(properties::getProperty)
        .toList();
  }
}
