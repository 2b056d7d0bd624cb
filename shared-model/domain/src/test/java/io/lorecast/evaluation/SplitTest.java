package io.lorecast.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SplitTest {

  @Test
  void aStratifiedSplitKeepsTheShareWithinEachGroup() {
    // Of 4 rows of a, floor(.75 * 4) = 3; of 5 of b, floor(3.75) = 3; the one of c is held out.
    List<String> rows = List.of("a1", "b1", "a2", "b2", "a3", "b3", "a4", "b4", "b5", "c1");

    Split<String> split = Split.stratified(rows, row -> row.charAt(0), .75, random(1));

    assertThat(split.training()).filteredOn(row -> row.startsWith("a")).hasSize(3);
    assertThat(split.training()).filteredOn(row -> row.startsWith("b")).hasSize(3);
    assertThat(split.test()).contains("c1").hasSize(4);
  }

  @Test
  void theSeedDecides() {
    List<Integer> rows = java.util.stream.IntStream.range(0, 100).boxed().toList();

    Split<Integer> split = Split.stratified(rows, row -> 0, .5, random(1));

    assertThat(Split.stratified(rows, row -> 0, .5, random(1))).isEqualTo(split);
    assertThat(Split.stratified(rows, row -> 0, .5, random(2))).isNotEqualTo(split);
  }

  @Test
  void theLastOfEachIsHeldOutButNeverTheOnlyOne() {
    Split<String> split =
        Split.lastOfEach(List.of("a1", "b1", "a2", "c1", "b2", "a3"), row -> row.charAt(0));

    assertThat(split.training()).containsExactly("a1", "b1", "a2", "c1");
    assertThat(split.test()).containsExactly("b2", "a3");
  }

  @Test
  void someGroupsAreCutToTheirFirstRows() {
    Split<String> split =
        Split.firstOfSome(
            List.of("a1", "b1", "a2", "b2", "a3"), row -> row.charAt(0), Set.of('a'), 1);

    assertThat(split.training()).containsExactly("a1", "b1", "b2");
    assertThat(split.test()).containsExactly("a2", "a3");
  }

  @Property
  void everyRowIsOnOneSideInItsOrder(
      @ForAll @Size(max = 50) List<Integer> values, @ForAll long seed) {
    List<int[]> rows = new ArrayList<>();
    values.forEach(value -> rows.add(new int[] {rows.size(), value}));

    Split<int[]> split = Split.stratified(rows, row -> row[1] % 3, .75, random(seed));

    List<int[]> both = new ArrayList<>(split.training());
    both.addAll(split.test());
    assertThat(both).containsExactlyInAnyOrderElementsOf(rows);
    assertThat(split.training()).isSortedAccordingTo((a, b) -> a[0] - b[0]);
    assertThat(split.test()).isSortedAccordingTo((a, b) -> a[0] - b[0]);
  }

  @Test
  void aShareOfAllIsRefused() {
    assertThatThrownBy(() -> Split.stratified(List.of(1), row -> 0, 1, random(1)))
        .hasMessageContaining("share")
        .hasMessageContaining("1.0");
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
