package io.lorecast.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One way to encode texts, and what it took in each round. */
final class EncodeContender {

  private static final long BLOCK_NANOS = 400_000_000;

  /** Until the compiler has done its best. */
  private static final int BLOCKS_TO_WARM_UP = 4;

  /** Encodes some texts; what comes of it is not looked at. */
  interface Call {
    void run() throws Exception;
  }

  final String name;
  private final int textsPerCall;
  private final List<? extends Call> calls;
  private final List<CpuClock> rounds = new ArrayList<>();
  private boolean allThreads;
  private int callsPerBlock;

  /**
   * Creates a contender.
   *
   * @param calls are made in turn, from the first again after the last
   */
  EncodeContender(String name, int textsPerCall, List<? extends Call> calls) {
    this.name = name;
    this.textsPerCall = textsPerCall;
    this.calls = calls;
  }

  /** Returns this, timed with all threads it starts. */
  EncodeContender ofAllThreads() {
    allThreads = true;
    return this;
  }

  /** Runs for a while, and learns how many calls are some tenths of a second. */
  void warmUp() throws Exception {
    for (int block = 0; block < BLOCKS_TO_WARM_UP; block++) {
      long end = System.nanoTime() + BLOCK_NANOS;
      callsPerBlock = 0;
      do {
        calls.get(callsPerBlock++ % calls.size()).run();
      } while (System.nanoTime() < end);
    }
    callsPerBlock = Math.ceilDiv(callsPerBlock, calls.size()) * calls.size();
  }

  /** Runs as many calls again and keeps what they took. */
  void round() throws Exception {
    rounds.add(
        CpuClock.time(
            allThreads,
            () -> {
              for (int i = 0; i < callsPerBlock; i++) {
                calls.get(i % calls.size()).run();
              }
            }));
  }

  /** Returns the median of texts per second of CPU. */
  double perCpuSecond() {
    return median(rounds.stream().mapToDouble(r -> r.perCpuSecond(texts())).toArray());
  }

  /** Returns the median of texts per second of the clock. */
  double perSecond() {
    return median(rounds.stream().mapToDouble(r -> r.perSecond(texts())).toArray());
  }

  /** Returns for each round how many times the texts per second of CPU of {@code other}. */
  double[] ratiosTo(EncodeContender other) {
    double[] ratios = new double[rounds.size()];
    Arrays.setAll(
        ratios,
        i -> rounds.get(i).perCpuSecond(texts()) / other.rounds.get(i).perCpuSecond(other.texts()));
    return ratios;
  }

  private int texts() {
    return callsPerBlock * textsPerCall;
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
