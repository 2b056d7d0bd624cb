package io.lorecast.knowledge.chat;

/** A model's answer is not what it was asked for: it may do better when it is asked again. */
public final class UnusableAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates a failure.
   *
   * @param problem what was expected and what came, without words of the answer
   */
  public UnusableAnswerException(String problem) {
    super(problem);
  }
}
