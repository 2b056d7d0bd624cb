package io.lorecast.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.predicate.Predicate.NumberIs;
import io.lorecast.predicate.Predicate.TextIn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredicateTest {

  private static final Map<String, List<String>> FILM =
      Map.of(
          "genre", List.of("drama", "crime"),
          "year", List.of("1997"),
          "price", List.of("unknown", "4.50", "9"),
          "empty", List.of());

  @Test
  void aComparisonHoldsIfOneOfTheValuesSatisfiesIt() {
    assertThat(holds(new TextIn("genre", Set.of("crime", "war")))).isTrue();
    assertThat(holds(new TextIn("genre", Set.of("Crime")))).isFalse();
    assertThat(holds(new NumberIs("price", Comparison.LESS, 5))).isTrue();
    assertThat(holds(new NumberIs("price", Comparison.GREATER, 5))).isTrue();
    assertThat(holds(new NumberIs("price", Comparison.EQUAL, 5))).isFalse();
  }

  @Test
  void whatAnItemLacksNeverMatchesAndItsOppositeDoes() {
    Predicate text = new TextIn("colour", Set.of("red"));
    Predicate number = new NumberIs("weight", Comparison.GREATER, Double.NEGATIVE_INFINITY);

    assertThat(holds(text)).isFalse();
    assertThat(holds(number)).isFalse();
    assertThat(holds(new Predicate.Known("colour"))).isFalse();
    assertThat(holds(new Predicate.Known("empty"))).isFalse();
    assertThat(holds(new Predicate.Not(text))).isTrue();
  }

  @Test
  void whereWantsOneOfTheValuesOfEachFact() {
    assertThat(holds(Predicate.where(Map.of()))).isTrue();
    assertThat(
            holds(
                Predicate.where(
                    Map.of("genre", List.of("crime"), "year", List.of("1997", "1998")))))
        .isTrue();
    assertThat(holds(Predicate.where(Map.of("genre", List.of("crime"), "year", List.of("1998")))))
        .isFalse();
    assertThat(holds(Predicate.where(Map.of("genre", List.of())))).isFalse();
  }

  @Property
  void allAnyAndNotAreThoseOfLogic(@ForAll boolean a, @ForAll boolean b) {
    Predicate left = a ? Predicate.ALWAYS : new Predicate.Not(Predicate.ALWAYS);
    Predicate right = b ? Predicate.ALWAYS : new Predicate.Not(Predicate.ALWAYS);

    assertThat(holds(left.and(right))).isEqualTo(a && b);
    assertThat(holds(new Predicate.Any(List.of(left, right)))).isEqualTo(a || b);
    assertThat(holds(new Predicate.Not(left))).isEqualTo(!a);
  }

  @Property
  void aMirroredComparisonIsTheSameFromTheOtherSide(
      @ForAll double left, @ForAll double right, @ForAll Comparison comparison) {
    assertThat(comparison.mirrored().holds(right, left)).isEqualTo(comparison.holds(left, right));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1997, 1997", "-4.50, -4.5", "+3, 3", "1e3, 1000", "2.5E-1, .25"})
  void aDecimalIsANumber(String value, double number) {
    assertThat(Numbers.of(value)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 1", "1.", ".5", "1,5", "0x10", "1d", "NaN", "Infinity", "1e999"})
  void nothingElseIs(String value) {
    assertThat(Numbers.of(value)).isNaN();
  }

  @Test
  void theFirstNumberIsTakenWhereOneIsWanted() {
    assertThat(Numbers.first(PredicateTest::values, "price")).isEqualTo(4.5);
    assertThat(Numbers.first(PredicateTest::values, "genre")).isNaN();
  }

  private static boolean holds(Predicate predicate) {
    return predicate.holds(PredicateTest::values);
  }

  private static List<String> values(String name) {
    return FILM.getOrDefault(name, List.of());
  }
}
