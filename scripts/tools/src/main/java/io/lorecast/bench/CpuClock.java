package io.lorecast.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What something took.
 *
 * @param cpuNanos of the calling thread, or of all threads of this process, to 10 ms and with the
 *     compiler's and the collector's
 * @param wallNanos of the clock
 */
record CpuClock(long cpuNanos, long wallNanos) {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Work to be timed. */
  interface Work {
    void run() throws Exception;
  }

  /**
   * Times {@code work}.
   *
   * @param allThreads whether it makes others work for it
   */
  static CpuClock time(boolean allThreads, Work work) throws Exception {
    long cpu = cpu(allThreads);
    long wall = System.nanoTime();
    work.run();
    return new CpuClock(cpu(allThreads) - cpu, System.nanoTime() - wall);
  }

  private static long cpu(boolean allThreads) {
    return allThreads ? SYSTEM.getProcessCpuTime() : THREADS.getCurrentThreadCpuTime();
  }

  double perCpuSecond(int count) {
    return count * 1e9 / cpuNanos;
  }

  double perSecond(int count) {
    return count * 1e9 / wallNanos;
  }
}
