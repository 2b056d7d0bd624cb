package io.lorecast.predicate.language;

import io.lorecast.model.InvalidEventException;
import io.lorecast.predicate.Predicate;
import io.lorecast.predicate.grammar.PredicateLanguageLexer;
import io.lorecast.predicate.grammar.PredicateLanguageParser;
import io.lorecast.predicate.grammar.PredicateLanguageParser.PredicateContext;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/**
 * Reads a predicate, for example {@code genre == "Drama" and not (year < 1990)}; docs/filters.md
 * describes the language. Pure; thread-safe.
 */
public final class PredicateParser {

  /** The most characters of a predicate. */
  public static final int LONGEST = 1_000;

  /** How many parentheses may stand within each other, and {@code not}s one after the other. */
  public static final int DEEPEST = 20;

  private PredicateParser() {}

  /**
   * Returns the predicate that {@code text} says.
   *
   * @param field where it stands, to name it in a refusal
   * @throws InvalidEventException if it is too long or too deep, cannot be read, or compares what
   *     cannot be compared; says at which character, from 1, what was expected and what came
   */
  public static Predicate parse(String field, String text) {
    try {
      return new PredicateTranslator().visit(read(text));
    } catch (MisreadException misread) {
      throw new InvalidEventException(field, misread.problem());
    }
  }

  private static PredicateContext read(String text) {
    if (text.length() > LONGEST) {
      throw new MisreadException(
          "must have at most " + LONGEST + " characters, had " + text.length());
    }
    PredicateLanguageLexer lexer = new PredicateLanguageLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    tokens.fill();
    requireShallow(tokens);
    PredicateLanguageParser parser = new PredicateLanguageParser(tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(new Refusal());
    return parser.predicate();
  }

  /** Judged before the parser descends, whose stack is as deep as what it reads. */
  private static void requireShallow(CommonTokenStream tokens) {
    int parentheses = 0;
    int negations = 0;
    for (Token token : tokens.getTokens()) {
      parentheses += token.getText().equals("(") ? 1 : token.getText().equals(")") ? -1 : 0;
      negations = token.getType() == PredicateLanguageLexer.NOT ? negations + 1 : 0;
      if (Math.max(parentheses, negations) > DEEPEST) {
        throw MisreadException.at(
            token, "at most " + DEEPEST + " parentheses or nots within each other", "one more");
      }
    }
  }
}
