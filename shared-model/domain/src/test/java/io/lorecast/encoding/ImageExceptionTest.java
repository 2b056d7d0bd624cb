package io.lorecast.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.encoding.ImageException.Reason;
import org.junit.jupiter.api.Test;

class ImageExceptionTest {

  private final ImageException refusal =
      new ImageException(Reason.TOO_MANY_BYTES, "image", "at most 10 bytes", "12 bytes");

  @Test
  void theMessageNamesFieldExpectationAndFinding() {
    assertThat(refusal).hasMessage("image: expected at most 10 bytes, found 12 bytes");
  }

  @Test
  void theSameRefusalCanNameTheFieldOfTheEvent() {
    ImageException renamed = refusal.at("data.images[2]");

    assertThat(renamed).hasMessage("data.images[2]: expected at most 10 bytes, found 12 bytes");
    assertThat(renamed.field()).isEqualTo("data.images[2]");
    assertThat(renamed.reason()).isEqualTo(Reason.TOO_MANY_BYTES);
    assertThat(renamed).hasCause(refusal);
  }

  @Test
  void onlyWhatCouldNotBeReachedIsWorthAnotherTry() {
    for (Reason reason : Reason.values()) {
      ImageException exception = new ImageException(reason, "image", "this", "that");

      assertThat(exception.isTransient()).isEqualTo(reason == Reason.UNREACHABLE);
    }
  }
}
