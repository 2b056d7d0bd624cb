package io.lorecast.encoding.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {

  /** The picture 1 2 3 / 4 5 6; the results are those of Pillow's {@code exif_transpose}. */
  @ParameterizedTest
  @CsvSource({
    "1, 3, 1 2 3 4 5 6",
    "2, 3, 3 2 1 6 5 4",
    "3, 3, 6 5 4 3 2 1",
    "4, 3, 4 5 6 1 2 3",
    "5, 2, 1 4 2 5 3 6",
    "6, 2, 4 1 5 2 6 3",
    "7, 2, 6 3 5 2 4 1",
    "8, 2, 3 6 2 5 1 4"
  })
  void eachOrientationPutsThePictureUpright(int number, int width, String expected) {
    Pixels upright = Orientation.of(number).apply(oneToSix());

    assertThat(upright.width()).isEqualTo(width);
    assertThat(values(upright)).isEqualTo(expected);
  }

  @Test
  void numbersThatExifDoesNotKnowLeaveThePictureAsItIs() {
    assertThat(List.of(Orientation.of(0), Orientation.of(9), Orientation.of(-3)))
        .containsOnly(Orientation.UPRIGHT);
  }

  private static Pixels oneToSix() {
    Pixels picture = new Pixels(3, 2);
    for (int i = 0; i < 6; i++) {
      picture.set(i % 3, i / 3, 1, i + 1);
    }
    return picture;
  }

  private static String values(Pixels picture) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      values.add(String.valueOf(picture.get(i % picture.width(), i / picture.width(), 1)));
    }
    return String.join(" ", values);
  }
}
