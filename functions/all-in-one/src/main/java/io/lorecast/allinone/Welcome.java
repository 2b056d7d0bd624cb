package io.lorecast.allinone;

/** What to try first, printed when everything is ready. */
final class Welcome {

  private static final String TEXT =
      """

      Lorecast is ready at http://localhost:%1$d (Ctrl-C stops everything)

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

  /** Returns the lines to try on {@code port}. */
  static String text(int port) {
    return TEXT.formatted(port);
  }
}
