package io.lorecast.predicate.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.model.InvalidEventException;
import io.lorecast.predicate.Predicate;
import io.lorecast.predicate.Predicate.TextIn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateParserTest {

  /** A film that is drama and crime, of 1997, for 4.50. */
  private static final Map<String, List<String>> FILM =
      Map.of(
          "genre", List.of("drama", "crime"),
          "year", List.of("1997"),
          "price", List.of("4.50"),
          "title-2", List.of("it's"),
          "導演", List.of("侯孝賢"),
          "not", List.of("so"),
          "item.available", List.of("true"),
          "item.safety", List.of("1"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "genre == 'crime'                                  | true",
        "genre == \"crime\"                                | true",
        "genre == 'Crime'                                  | false",
        "'crime' == genre                                  | true",
        "genre != 'war'                                    | true",
        "genre != 'crime'                                  | false",
        "colour == 'red'                                   | false",
        "colour != 'red'                                   | false",
        "not colour == 'red'                               | true",
        "has(colour)                                       | false",
        "has(genre)                                        | true",
        "year == 1997                                      | true",
        "year == '1997'                                    | true",
        "year < 1997                                       | false",
        "year <= 1997                                      | true",
        "1996 < year                                       | true",
        "1997 > year                                       | false",
        "year > -1e3                                       | true",
        "price >= 4.5                                      | true",
        "genre > 3                                         | false",
        "genre in ['war', 'crime']                         | true",
        "genre in ['war']                                  | false",
        "'crime' in genre                                  | true",
        "year in [1996, 1997]                              | true",
        "not genre in ['war'] and year > 1990              | true",
        "genre == 'war' or genre == 'crime' and year < 1990 | false",
        "(genre == 'war' or genre == 'crime') and year > 1990 | true",
        "not (genre == 'war' or year > 1990)               | false",
        "not not has(genre)                                | true",
        "title-2 == 'it\\'s'                               | true",
        "`title-2` == \"it's\"                             | true",
        "導演 == '侯孝賢'                                    | true",
        "`not` == 'so'                                     | true",
        "item.available == true                            | true",
        "item.safety <= 1                                  | true",
      })
  void aPredicateMeansWhatTheDocumentationSays(String text, boolean expected) {
    Predicate predicate = PredicateParser.parse("filter", text);

    assertThat(predicate.holds(name -> FILM.getOrDefault(name, List.of()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "year > '1990'            | a number after or before > at character 8, had '1990'",
        "year < true              | a number after or before < at character 8, had true",
        "year in [1990, '1991']   | a number as the others of the list are at character 16, had"
            + " '1991'",
        "year > 1990 and year == 'new' | a number since year is compared with one at character 8 at"
            + " character 25, had 'new'",
        "item.id == 3             | a text in quotes for item.id at character 12, had 3",
        "item.available == 'yes'  | true or false for item.available at character 19, had 'yes'",
        "item.colour == 'red'     | a name without a point, or one of item.available, item.id,"
            + " item.name, item.safety at character 1, had item.colour",
        "year == genre            | a number, a text in quotes, true or false at character 9, had"
            + " the name genre",
        "1 == 2                   | a name at character 6, had 2",
        "'a' in ['a']             | a name at character 1, had 'a'",
        "year == 1e999            | a number of at most 1e308 at character 9, had 1e999",
        "year                     | == or != or <= or < or >= or > or in at character 5, had"
            + " nothing more",
        "year = 1990              | == or != or <= or < or >= or > or in at character 6, had =",
        "(year > 1990             | ) at character 13, had nothing more",
        "year > 1990)             | the end at character 12, had )",
        "genre in []              | true or false or a number or a text in quotes at character 11,"
            + " had ]",
        "genre == 'war            | true or false or a name or a number or a text in quotes at"
            + " character 10, had '",
      })
  void whatCannotBeMeantIsRefusedWithItsPlace(String text, String problem) {
    assertThatThrownBy(() -> PredicateParser.parse("filter", text))
        .isInstanceOf(InvalidEventException.class)
        .hasMessage("filter must have " + problem);
  }

  @Test
  void nothingIsNoPredicate() {
    assertThatThrownBy(() -> PredicateParser.parse("boost[0].when", "  "))
        .isInstanceOf(InvalidEventException.class)
        .hasMessageStartingWith("boost[0].when must have ")
        .hasMessageEndingWith("at character 3, had nothing more");
  }

  @Test
  void lengthAndDepthAreBounded() {
    String longest = "has(a)" + " ".repeat(PredicateParser.LONGEST - 6);
    String deepest = "(".repeat(PredicateParser.DEEPEST) + "has(a" + ")".repeat(21);

    assertThat(PredicateParser.parse("filter", longest)).isEqualTo(new Predicate.Known("a"));
    assertThatThrownBy(() -> PredicateParser.parse("filter", longest + " "))
        .hasMessage("filter must have at most 1000 characters, had 1001");
    assertThatThrownBy(() -> PredicateParser.parse("filter", deepest))
        .hasMessageContaining("at most 20 parentheses or nots within each other at character 24");
    assertThat(PredicateParser.parse("filter", deepest.substring(1, deepest.length() - 1)))
        .isEqualTo(new Predicate.Known("a"));
    assertThatThrownBy(() -> PredicateParser.parse("filter", "not ".repeat(21) + "has(a)"))
        .hasMessageContaining("at character 81");
  }

  @Property
  void anyTextCanStandInQuotes(@ForAll("values") String value) {
    String quoted = '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';

    assertThat(PredicateParser.parse("filter", "a == " + quoted))
        .isEqualTo(new TextIn("a", Set.of(value)));
  }

  @Property
  void whateverComesIsReadOrRefused(@ForAll("fragments") List<String> fragments) {
    String text = String.join(" ", fragments);
    try {
      assertThat(PredicateParser.parse("filter", text)).isNotNull();
    } catch (InvalidEventException refused) {
      assertThat(refused.field()).isEqualTo("filter");
      assertThat(refused).hasMessageMatching("filter must have .+ at character \\d+, had .+");
    }
  }

  /** Values of attributes: without control characters. */
  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(150)
        .filter(value -> value.chars().noneMatch(Character::isISOControl));
  }

  @Provide
  Arbitrary<List<String>> fragments() {
    return Arbitraries.of(
            "a", "`b`", "1", "'t'", "true", "==", "<", "in", "[", "]", ",", "(", ")", "and", "or",
            "not", "has", "#", "\u0001", "item.id")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }
}
