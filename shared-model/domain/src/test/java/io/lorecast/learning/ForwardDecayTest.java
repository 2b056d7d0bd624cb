package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ForwardDecayTest {

  private static final long DAY = Duration.ofDays(1).toMillis();

  private final ForwardDecay decay = new ForwardDecay(Duration.ofDays(1));

  @Test
  void anEventCountsOneWhenItHappensAndHalfAHalfLifeLater() {
    long at = 1_000 * DAY;
    Map<Long, Long> amounts = Map.of(decay.epoch(at), decay.amount(at));

    assertThat(decay.value(amounts, Instant.ofEpochMilli(at))).isEqualTo(1, within(1e-4));
    assertThat(decay.value(amounts, Instant.ofEpochMilli(at + DAY))).isEqualTo(.5, within(1e-4));
  }

  @Test
  void anEpochIsSixteenHalfLives() {
    assertThat(decay.epoch(16 * DAY - 1)).isZero();
    assertThat(decay.epoch(16 * DAY)).isEqualTo(1);
    assertThat(decay.epoch(-1)).isEqualTo(-1);
  }

  @Test
  void anAmountDoublesWithEachHalfLifeOfItsEpoch() {
    assertThat(decay.amount(0)).isEqualTo(ForwardDecay.ONE);
    assertThat(decay.amount(3 * DAY)).isEqualTo(8 * ForwardDecay.ONE);
  }

  @Test
  void aHalfLifeBelowASecondIsRefused() {
    assertThatThrownBy(() -> new ForwardDecay(Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void theValueIsTheSumOfTheEventsEachDecayedByItsAge(
      @ForAll @Size(max = 20) List<@LongRange(min = 0, max = 5_000_000_000L) Long> times) {
    long now = 5_000_000_000L;
    Map<Long, Long> amounts = new HashMap<>();
    times.forEach(at -> amounts.merge(decay.epoch(at), decay.amount(at), Long::sum));

    double expected =
        times.stream().mapToDouble(at -> Math.pow(2, (at - now) / (double) DAY)).sum();

    assertThat(decay.value(amounts, Instant.ofEpochMilli(now)))
        .isEqualTo(expected, within(1e-4 * (1 + expected)));
  }

  @Test
  void theOrderOfTheEpochsChangesNoBit() {
    Map<Long, Long> rising = new LinkedHashMap<>();
    Map<Long, Long> falling = new LinkedHashMap<>();
    for (long epoch = 0; epoch < 12; epoch++) {
      rising.put(epoch, 1_000_003L * (epoch + 1));
      falling.put(11 - epoch, 1_000_003L * (12 - epoch));
    }
    Instant now = Instant.ofEpochSecond(20_000_000);

    assertThat(decay.value(rising, now)).isEqualTo(decay.value(falling, now));
    assertThat(decay.value(rising, now)).isPositive();
  }

  @Test
  void whatRemainsHalvesWithEachHalfLife() {
    assertThat(decay.remaining(0)).isEqualTo(1);
    assertThat(decay.remaining(Duration.ofDays(2).toMillis())).isEqualTo(.25);
  }
}
