package io.lorecast.knowledge.chat;

import dev.langchain4j.exception.HttpException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** An answer that is none of the 200s, with what the server says about when to ask again. */
final class HttpFailure extends HttpException {

  private static final long serialVersionUID = 1L;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  private final transient Optional<Duration> retryAfter;

  HttpFailure(int status, HttpHeaders headers, String body) {
    super(status, body);
    // The other form, a date, is not used by any of the providers.
    this.retryAfter =
        headers
            .firstValue("retry-after")
            .filter(value -> SECONDS.matcher(value).matches())
            .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }

  /** Returns how long the server wants to be left alone, if it says so. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** Returns whether the server refuses the content, as Azure's filter does: not with a 200. */
  boolean isContentFilter() {
    return statusCode() == 400 && String.valueOf(getMessage()).contains("content_filter");
  }
}
