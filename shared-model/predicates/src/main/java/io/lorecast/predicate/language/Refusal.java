package io.lorecast.predicate.language;

import io.lorecast.predicate.grammar.PredicateLanguageLexer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Refuses the first token that the grammar does not expect. */
final class Refusal extends BaseErrorListener {

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      @Nullable Object symbol,
      int line,
      int column,
      String message,
      @Nullable RecognitionException cause) {
    if (!(symbol instanceof Token token) || !(recognizer instanceof Parser parser)) {
      throw new IllegalStateException("only the parser refuses: " + message);
    }
    // Where two readings were open, ANTLR sees the fault later than it knows what it expected.
    Token at = cause == null ? token : cause.getOffendingToken();
    Set<String> expected = new LinkedHashSet<>();
    for (int type : parser.getExpectedTokens().toArray()) {
      expected.add(name(type, parser));
    }
    throw MisreadException.at(at, listed(expected), MisreadException.shown(at));
  }

  private static String listed(Set<String> expected) {
    return String.join(" or ", expected);
  }

  private static String name(int type, Parser parser) {
    return switch (type) {
      case Token.EOF -> "the end";
      case PredicateLanguageLexer.NAME, PredicateLanguageLexer.QUOTED_NAME -> "a name";
      case PredicateLanguageLexer.TEXT -> "a text in quotes";
      case PredicateLanguageLexer.NUMBER -> "a number";
      default -> parser.getVocabulary().getDisplayName(type).replace("'", "");
    };
  }
}
