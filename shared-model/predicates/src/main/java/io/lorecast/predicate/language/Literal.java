package io.lorecast.predicate.language;

import io.lorecast.predicate.Numbers;
import io.lorecast.predicate.grammar.PredicateLanguageLexer;
import io.lorecast.predicate.grammar.PredicateLanguageParser.LiteralContext;
import org.antlr.v4.runtime.Token;

/** A value as it stands in a predicate. */
record Literal(Type type, String text, Token token) {

  static Literal of(LiteralContext context) {
    Token token = context.getStart();
    String shown = token.getText();
    return switch (token.getType()) {
      case PredicateLanguageLexer.NUMBER -> new Literal(Type.NUMBER, finite(shown, token), token);
      case PredicateLanguageLexer.TEXT -> new Literal(Type.TEXT, unescaped(shown), token);
      default -> new Literal(Type.TRUTH, shown, token);
    };
  }

  double number() {
    return Numbers.of(text);
  }

  /** Refuses this literal unless it is of {@code expected}, which {@code why}. */
  void require(Type expected, String why) {
    if (type != expected) {
      throw MisreadException.at(token, expected.words() + " " + why, token.getText());
    }
  }

  private static String finite(String shown, Token token) {
    if (Double.isNaN(Numbers.of(shown))) {
      throw MisreadException.at(token, "a number of at most 1e308", shown);
    }
    return shown;
  }

  /** Returns what stands between the quotes, where a backslash makes the next character plain. */
  private static String unescaped(String quoted) {
    StringBuilder text = new StringBuilder(quoted.length());
    for (int i = 1; i < quoted.length() - 1; i++) {
      i += quoted.charAt(i) == '\\' ? 1 : 0;
      text.append(quoted.charAt(i));
    }
    return text.toString();
  }
}
