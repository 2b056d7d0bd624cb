package io.lorecast.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

  @Test
  void encodesTheExampleOfTheSpecification() {
    assertThat(HeaderText.encode("Euro € 😀")).isEqualTo("Euro%20%E2%82%AC%20%F0%9F%98%80");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "100%", "%41", "\"quoted\"", "灯台 17", "a\tb", "é"})
  void decodesWhatItEncodes(String value) {
    String header = HeaderText.encode(value);

    assertThat(header).matches("[\\x21-\\x7E]*");
    assertThat(HeaderText.decode(header)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"50%", "%", "%4", "%zz", "a%%b"})
  void percentSignWithoutDigitsIsItself(String header) {
    assertThat(HeaderText.decode(header)).isEqualTo(header);
  }
}
