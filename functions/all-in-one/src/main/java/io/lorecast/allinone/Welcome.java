package io.lorecast.allinone;

/** What is printed when requests are answered, and when there is something to try. */
final class Welcome {

  private static final String READY =
      """

      Lorecast is ready at http://localhost:%1$d (Ctrl-C stops everything)
      """;

  private static final String EXAMPLES =
      """

      Films for somebody who has just told us one thing they like:

        curl -s localhost:%1$d/feedback -H 'content-type: application/json' \\
          -d '{"feedbackId":"try-1","userId":"you","itemId":"spirited-away-2001","kind":"like"}'
        curl -s localhost:%1$d/recommend-request -H 'content-type: application/json' \\
          -d '{"userId":"you","k":3}'

      A film of your own, and what is like it:

        curl -s localhost:%1$d/item-added -H 'content-type: application/json' \\
          -d '{"itemId":"my-film","name":"My film","description":"A lighthouse keeper befriends a whale.","attributes":{"genre":["Drama"]}}'
        curl -s localhost:%1$d/recommend-request -H 'content-type: application/json' \\
          -d '{"similarTo":"my-film","k":3}'

      What is stored: curl -s localhost:%1$d/status
      """;

  private Welcome() {}

  /** Returns where requests are answered. */
  static String ready(int port) {
    return READY.formatted(port);
  }

  /** Returns the lines to try on {@code port}. */
  static String examples(int port) {
    return EXAMPLES.formatted(port);
  }
}
