package io.lorecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextTest {

  /** In Berlin it is 21:15 then, in Tokyo 5:15 of the next day. */
  private static final Instant AT = Instant.parse("2026-03-04T20:15:00Z");

  @Test
  void whatIsUnknownSaysNothing() {
    assertThat(Context.of(null, null, null, null, AT)).isEqualTo(Context.NONE);
  }

  @Test
  void itsValuesAreInOrderAndOnce() {
    assertThat(Context.of("phone", 23, null, "DE-BE", AT).values())
        .containsExactly("daypart:evening", "device:phone", "region:DE-BE");
    assertThat(new Context(List.of("b", "a", "b")).values()).containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource({
    "0, night",
    "5, night",
    "6, morning",
    "12, afternoon",
    "17, afternoon",
    "18, evening"
  })
  void theDayHasFourParts(int hour, String daypart) {
    assertThat(Context.of(null, hour, null, null, AT).values())
        .containsExactly("daypart:" + daypart);
  }

  @ParameterizedTest
  @CsvSource({"Europe/Berlin, evening", "Asia/Tokyo, night"})
  void theTimeZoneTellsTheHour(String zone, String daypart) {
    assertThat(Context.of(null, null, zone, null, AT).values())
        .containsExactly("daypart:" + daypart);
  }

  @Test
  void whatCannotBeMeantIsRefusedByField() {
    assertThatThrownBy(() -> Context.of("toaster", null, null, null, AT))
        .isInstanceOf(InvalidEventException.class)
        .hasMessage("device must be one of the known ones, was toaster");
    assertThatThrownBy(() -> Context.of(null, 24, null, null, AT))
        .hasMessage("hour must be 0 to 23, was 24");
    assertThatThrownBy(() -> Context.of(null, null, "Mars/Olympus", null, AT))
        .hasMessage("timeZone must be one of the IANA's, as Europe/Berlin, was Mars/Olympus");
    assertThatThrownBy(() -> Context.of(null, 3, "Europe/Berlin", null, AT))
        .hasMessage("timeZone must be absent where hour is given, was Europe/Berlin");
    assertThatThrownBy(() -> Context.of(null, null, null, "Germany", AT))
        .hasMessage("region must be ISO 3166, as DE or DE-BE, was Germany");
  }
}
