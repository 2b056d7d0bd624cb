package io.lorecast.predicate.language;

import org.antlr.v4.runtime.Token;

/** A text that is no predicate; the message says where and why. */
final class MisreadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String problem;

  MisreadException(String problem) {
    super(problem);
    this.problem = problem;
  }

  String problem() {
    return problem;
  }

  /** Returns the refusal of {@code came}, which begins at {@code token}. */
  static MisreadException at(Token token, String expected, String came) {
    return new MisreadException(
        "must have %s at character %d, had %s".formatted(expected, position(token), came));
  }

  /** Returns where {@code token} begins, from 1. */
  static int position(Token token) {
    return token.getStartIndex() + 1;
  }

  /** Returns {@code token} as a person sees it. */
  static String shown(Token token) {
    return token.getType() == Token.EOF ? "nothing more" : token.getText();
  }
}
