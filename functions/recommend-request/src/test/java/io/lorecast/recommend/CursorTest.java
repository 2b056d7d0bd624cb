package io.lorecast.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.learning.Term;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.ScoredItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class CursorTest {

  @Test
  void itComesBackAsItWas() {
    Cursor cursor = new Cursor("a1", ids(0, 999));

    assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
    assertThat(Cursor.decode(new Cursor("a1", List.of()).encode()).answered()).isEmpty();
  }

  @Test
  void aListEndsWhenAPageIsNotFullAndAfterAThousandItems() {
    assertThat(new Cursor("a1", List.of()).after(page(0, 9), 10)).isEmpty();
    assertThat(new Cursor("a1", ids(0, 989)).after(page(989, 999), 10)).isPresent();
    assertThat(new Cursor("a1", ids(0, 990)).after(page(990, 1_000), 10)).isEmpty();
  }

  @Test
  void whatIsTooLongForAnAnswerEndsTheListToo() {
    List<ItemId> long200 =
        IntStream.range(0, 900)
            .mapToObj(
                i ->
                    new ItemId(
                        new java.util.Random(i)
                            .ints(200, 0x4e00, 0x9fff)
                            .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                            .toString()))
            .toList();

    assertThat(new Cursor("a1", long200).after(page(0, 10), 10)).isEmpty();
  }

  @Test
  void whatUnpacksToMoreThanACursorHoldsIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write("a\n".repeat(5_000_000).getBytes());
    }
    String bomb = Base64.getUrlEncoder().encodeToString(bytes.toByteArray());

    assertThatThrownBy(() -> Cursor.decode(bomb))
        .isInstanceOf(InvalidEventException.class)
        .hasMessage("cursor must be the nextCursor of an answer");
  }

  private static List<ItemId> ids(int start, int end) {
    return IntStream.range(start, end).mapToObj(i -> new ItemId("item-" + i)).toList();
  }

  private static List<ScoredItem> page(int start, int end) {
    return ids(start, end).stream()
        .map(
            id ->
                new ScoredItem(
                    id, "Item", 0, Map.of(Term.CONTENT, 0.0), Optional.empty(), List.of()))
        .toList();
  }
}
