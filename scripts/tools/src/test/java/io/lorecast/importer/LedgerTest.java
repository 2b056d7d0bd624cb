package io.lorecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerTest {

  private static final Progress EARLIER = new Progress("abc", 10, 9, 0, 1);

  @Example
  void aParcelIsDoneOnlyWhenAllBeforeItAre() {
    Ledger ledger = new Ledger(EARLIER, reject -> {});

    ledger.enter(1, Outcome.taken(200, false));
    Progress before = ledger.done();
    ledger.enter(0, Outcome.taken(200, true));

    assertThat(before).isEqualTo(EARLIER);
    assertThat(ledger.answeredLines()).isEqualTo(410);
    assertThat(ledger.done()).isEqualTo(new Progress("abc", 410, 409, 200, 1));
  }

  @Property
  void anyOrderOfAnswersGivesTheSameAccountAndRejectsInFileOrder(
      @ForAll("orders") List<Long> order) {
    List<Reject> told = new ArrayList<>();
    Ledger ledger = new Ledger(Progress.none("abc"), told::add);

    order.forEach(
        parcel ->
            ledger.enter(
                parcel, Outcome.rejected(List.of(reject(2 * parcel + 1), reject(2 * parcel)))));

    assertThat(ledger.done()).isEqualTo(new Progress("abc", 40, 0, 0, 40));
    assertThat(told)
        .containsExactlyElementsOf(LongStream.range(0, 40).mapToObj(LedgerTest::reject).toList());
  }

  @Provide
  Arbitrary<List<Long>> orders() {
    return Arbitraries.shuffle(LongStream.range(0, 20).boxed().toList());
  }

  private static Reject reject(long line) {
    return new Reject("items.jsonl", line, "line", "is odd");
  }
}
