package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.store.BudgetStore.Spending;
import io.smallrye.mutiny.Multi;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link BudgetStore} does. */
public abstract class BudgetStoreContract {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-04");
  private static final Spending MOST = new Spending(3, 1_000);

  /** Returns an empty store, or the one this instance of the test has used so far. */
  protected abstract BudgetStore store();

  @Test
  void callsAreCountedUpToTheMostOfTheDay() {
    for (int call = 0; call < MOST.calls(); call++) {
      assertThat(reserve(TODAY, 10)).isTrue();
    }

    assertThat(reserve(TODAY, 10)).isFalse();
    assertThat(Answer.of(store().spent(TODAY))).isEqualTo(new Spending(3, 30));
    assertThat(reserve(TODAY.plusDays(1), 10)).isTrue();
  }

  @Test
  void tokensAreTakenWholeOrNotAtAll() {
    assertThat(reserve(TODAY, 1_001)).isFalse();
    assertThat(reserve(TODAY, 600)).isTrue();
    assertThat(reserve(TODAY, 401)).isFalse();
    assertThat(reserve(TODAY, 400)).isTrue();
    assertThat(Answer.of(store().spent(TODAY))).isEqualTo(new Spending(2, 1_000));
  }

  @Test
  void whatWasNotUsedIsThereAgain() {
    assertThat(reserve(TODAY, 900)).isTrue();
    Answer.of(store().release(TODAY, 800));

    assertThat(Answer.of(store().spent(TODAY))).isEqualTo(new Spending(1, 100));
    assertThat(reserve(TODAY, 900)).isTrue();
  }

  @Test
  void whatNobodyReservedIsNotGivenBack() {
    Answer.of(store().release(TODAY, 800));

    assertThat(Answer.of(store().spent(TODAY))).isEqualTo(new Spending(0, 0));
  }

  @Test
  void manyAtOnceNeverSpendMoreThanThereIs() {
    long granted =
        Answer.of(
            Multi.createFrom()
                .range(0, 40)
                .onItem()
                .transformToUni(any -> store().reserve(TODAY, MOST, 100))
                .merge(40)
                .filter(taken -> taken)
                .collect()
                .with(Collectors.counting()));

    assertThat(granted).isEqualTo(3);
    assertThat(Answer.of(store().spent(TODAY))).isEqualTo(new Spending(3, 300));
  }

  private boolean reserve(LocalDate day, long tokens) {
    return Answer.of(store().reserve(day, MOST, tokens));
  }
}
