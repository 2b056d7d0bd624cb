package io.lorecast.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.model.ItemId;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SequenceCodecTest {

  private static final ItemId A = new ItemId("a");
  private static final ItemId ZOE = new ItemId("Zoë 映画");

  private final SequenceModel model = new SequenceModel(Map.of(A, row(1), ZOE, row(2)), row(3));

  @Test
  void whatWasEncodedIsDecoded() {
    SequenceModel decoded = SequenceCodec.decode(SequenceCodec.encode(model));

    assertThat(decoded.rows()).containsOnlyKeys(A, ZOE);
    assertThat(decoded.rows().get(A)).containsExactly(row(1));
    assertThat(decoded.rows().get(ZOE)).containsExactly(row(2));
    assertThat(decoded.start()).containsExactly(row(3));
  }

  @Test
  void theBytesAreAsLongAsDocumented() {
    // Version and count 4 bytes each, the start row 197 * 4; a row 4 + its id's bytes + 197 * 4,
    // of which "a" takes 1 and "Zoë 映画" 1 + 1 + 2 + 1 + 3 + 3 = 11.
    assertThat(SequenceCodec.encode(model)).hasSize(8 + 788 + (4 + 1 + 788) + (4 + 11 + 788));
  }

  @Test
  void equalModelsHaveEqualBytes() {
    SequenceModel same = new SequenceModel(Map.of(ZOE, row(2), A, row(1)), row(3));

    assertThat(SequenceCodec.encode(same)).isEqualTo(SequenceCodec.encode(model));
  }

  @Test
  void bytesThatAreNoModelAreRefused() {
    byte[] bytes = SequenceCodec.encode(model);

    for (int length : new int[] {0, 3, 900, bytes.length - 1}) {
      assertThatThrownBy(() -> SequenceCodec.decode(Arrays.copyOf(bytes, length)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    byte[] later = bytes.clone();
    later[0] = 9;
    assertThatThrownBy(() -> SequenceCodec.decode(later)).hasMessageContaining("must be 1, was 9");
  }

  @Test
  void aRowThatIsNotFiniteIsRefused() {
    byte[] bytes = SequenceCodec.encode(model);
    Arrays.fill(bytes, 4, 8, (byte) 0xff); // the first value of the start row: NaN

    assertThatThrownBy(() -> SequenceCodec.decode(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }

  private static float[] row(float value) {
    float[] row = new float[SequenceRow.SIZE];
    Arrays.fill(row, value);
    return row;
  }
}
