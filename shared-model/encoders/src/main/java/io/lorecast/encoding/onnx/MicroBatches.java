package io.lorecast.encoding.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Sequences of several callers run together, for devices that gain from it: what comes while one
 * batch runs is sorted by length and cut into the next ones. Nothing waits for company: a lone text
 * is run at once, and the more come, the longer a run takes and the more the next one has.
 *
 * <p>Sorted, because a shorter sequence costs as much as the longest beside it. The same sequence
 * may have other bits beside others, by rounding errors.
 */
final class MicroBatches implements SequenceRunner {

  /** Bounds the memory of a run: 128 texts of 128 tokens, or 32 of 512. */
  static final int MOST_PADDED_TOKENS = 16_384;

  private final SequenceRunner batches;
  private final int mostPaddedTokens;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Thread worker;
  private boolean closed;

  private record Waiting(int[] ids, CompletableFuture<float[]> vector) {
    int length() {
      return ids.length;
    }
  }

  /**
   * Starts the thread that runs batches.
   *
   * @param batches runs each list at once; closed with this
   * @param mostPaddedTokens sequences times longest sequence of a batch, at most; a longer sequence
   *     runs alone
   */
  MicroBatches(SequenceRunner batches, int mostPaddedTokens) {
    this.batches = batches;
    this.mostPaddedTokens = mostPaddedTokens;
    this.worker = Thread.ofPlatform().daemon().name("lorecast-encoder-batches").start(this::work);
  }

  @Override
  public List<float[]> run(List<int[]> sequences) {
    List<Waiting> waiting =
        sequences.stream().map(ids -> new Waiting(ids, new CompletableFuture<>())).toList();
    synchronized (this) {
      if (closed) {
        throw closed();
      }
      queue.addAll(waiting);
    }
    try {
      return waiting.stream().map(one -> one.vector().join()).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        cut(gather()).forEach(this::runBatch);
      }
    } catch (InterruptedException e) {
      // Closed: whoever waits is told by close().
    }
  }

  private List<Waiting> gather() throws InterruptedException {
    List<Waiting> gathered = new ArrayList<>();
    gathered.add(queue.take());
    queue.drainTo(gathered);
    return gathered;
  }

  private List<List<Waiting>> cut(List<Waiting> gathered) {
    gathered.sort(Comparator.comparingInt(Waiting::length));
    List<List<Waiting>> cut = new ArrayList<>();
    List<Waiting> batch = new ArrayList<>();
    for (Waiting next : gathered) {
      // The next is the longest so far, so it says what all of them are filled up to.
      if (!batch.isEmpty() && (batch.size() + 1) * next.length() > mostPaddedTokens) {
        cut.add(batch);
        batch = new ArrayList<>();
      }
      batch.add(next);
    }
    cut.add(batch);
    return cut;
  }

  private void runBatch(List<Waiting> batch) {
    try {
      List<float[]> vectors = batches.run(batch.stream().map(Waiting::ids).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).vector().complete(vectors.get(i));
      }
    } catch (RuntimeException e) {
      batch.forEach(one -> one.vector().completeExceptionally(e));
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    worker.interrupt();
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    queue.forEach(one -> one.vector().completeExceptionally(closed()));
    batches.close();
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("the encoder is closed");
  }
}
