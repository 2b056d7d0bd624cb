package io.lorecast.bench;

import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.onnx.EncoderSettings;
import io.lorecast.encoding.onnx.TextEncoders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Scanner;

/**
 * A process with an encoder and nothing else, so that its memory is the encoder's: opens it,
 * encodes, and prints what it took.
 */
final class EncodeProbe {

  private static final int ENCODES = 10_000;
  private static final int LONGEST = 256;

  /** Of the heap; the rest of the memory is the runtime's. */
  private static final String HEAP = "-Xmx128m";

  private EncodeProbe() {}

  /**
   * What the process saw.
   *
   * @param openMillis until the first encoder of a fresh process was open
   * @param rssMegabytes at the end
   * @param growthMegabytes from 1,000 texts after the start to 10,000 more
   */
  record Figures(long openMillis, long rssMegabytes, long growthMegabytes) {}

  /** Starts the process and waits for it. */
  static Figures inItsOwnProcess() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            HEAP,
            EncodeProbe.class.getName());
    // Not among the arguments: ONNX Runtime 1.29 crashes as it is loaded where they take more than
    // about 3,000 characters.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (Scanner output = new Scanner(process.getInputStream(), StandardCharsets.UTF_8)) {
      return new Figures(output.nextLong(), output.nextLong(), output.nextLong());
    } catch (NoSuchElementException e) {
      throw new IllegalStateException(
          "the process that measures memory ended with " + process.waitFor(), e);
    }
  }

  /** Texts of all lengths up to the most tokens of a run, short ones more often. */
  private static void encode(Encoder encoder, int count) {
    EncodeTexts texts = new EncodeTexts();
    for (int i = 0; i < count; i++) {
      int tokens = i % 50 == 0 ? LONGEST : 5 + i % 30;
      encoder.encode(texts.ofLength(tokens, 1).getFirst());
    }
  }

  /** Returns the memory of this process that is in RAM, in MB; 0 where Linux does not say. */
  private static long rss() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024;
  }

  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    try (Encoder encoder = TextEncoders.miniLm(EncoderSettings.defaults())) {
      long millis = (System.nanoTime() - start) / 1_000_000;
      encode(encoder, ENCODES / 10);
      long before = rss();
      encode(encoder, ENCODES);
      long after = rss();
      System.out.println(millis + " " + after + " " + (after - before));
    }
  }
}
