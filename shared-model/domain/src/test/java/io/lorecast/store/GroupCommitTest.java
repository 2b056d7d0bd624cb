package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

  private final List<List<Integer>> groups = new ArrayList<>();
  private final AtomicReference<UniEmitter<? super Boolean>> gate = new AtomicReference<>();

  private final GroupCommit<Integer, Integer> gated =
      new GroupCommit<>(
          3,
          group -> {
            groups.add(group);
            Uni<Boolean> opened = Uni.createFrom().<Boolean>emitter(emitter -> gate.set(emitter));
            return opened.map(yes -> group.stream().map(i -> 10 * i).toList());
          });

  private CompletableFuture<Integer> submit(int request) {
    return gated.submit(request).subscribeAsCompletionStage();
  }

  private void open() {
    gate.get().complete(true);
  }

  @Test
  void whatArrivesMeanwhileSharesTheNextCommitUpToTheLimit() {
    List<CompletableFuture<Integer>> answers =
        IntStream.rangeClosed(1, 5).mapToObj(this::submit).toList();

    open();
    open();
    open();

    assertThat(groups).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5));
    assertThat(answers.stream().map(CompletableFuture::join)).containsExactly(10, 20, 30, 40, 50);
  }

  @Test
  void aFailedCommitFailsItsGroupOnly() {
    CompletableFuture<Integer> first = submit(1);
    CompletableFuture<Integer> second = submit(2);

    gate.get().fail(new IllegalStateException("disk full"));
    open();

    assertThatThrownBy(first::join).hasRootCauseMessage("disk full");
    assertThat(second.join()).isEqualTo(20);
  }

  @Test
  void manyThreadsLoseNothing() {
    GroupCommit<Integer, Integer> commit =
        new GroupCommit<>(25, group -> Uni.createFrom().item(group));
    ConcurrentHashMap<Integer, Integer> answers = new ConcurrentHashMap<>();

    IntStream.range(0, 20_000)
        .parallel()
        .forEach(i -> answers.put(i, commit.submit(i).await().indefinitely()));

    assertThat(answers)
        .hasSize(20_000)
        .allSatisfy((asked, got) -> assertThat(got).isEqualTo(asked));
  }
}
