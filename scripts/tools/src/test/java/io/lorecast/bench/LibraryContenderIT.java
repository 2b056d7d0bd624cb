package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.data.DataException;
import io.lorecast.model.ItemId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs scripts/peers/run, which builds that module if it is not built yet. */
class LibraryContenderIT {

  private static final String ROOT = "lorecast.root";

  @BeforeEach
  void findTheScripts() {
    System.setProperty(ROOT, "../..");
  }

  @AfterEach
  void forgetThem() {
    System.clearProperty(ROOT);
  }

  @Test
  void aLibraryInItsOwnProcessFindsTheTastes() {
    OfflineSplit split = WarmSplit.of(SyntheticData.data(), WarmSplit.By.USER, 1);

    Contender.ListMaker lists = new LibraryContender("mahout-itembased").fit(split, 1);

    split
        .wanted()
        .keySet()
        .forEach(
            user -> {
              List<ItemId> list = lists.best(user, 10);
              int taste = Integer.parseInt(user.value().substring(1)) % SyntheticData.GROUPS;
              assertThat(list)
                  .isNotEmpty()
                  .doesNotContainAnyElementsOf(split.seen().getOrDefault(user, Set.of()))
                  .allMatch(item -> SyntheticData.group(item) == taste);
            });
  }

  @Test
  void aProcessThatFailsIsNotPassedOver() {
    OfflineSplit split = LastLikes.of(SyntheticData.data());

    assertThatThrownBy(() -> new LibraryContender("nobody").fit(split, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("nobody");
  }
}
