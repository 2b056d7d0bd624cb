package io.lorecast.encoding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lorecast.encoding.Encoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where models run on a machine without a GPU. */
class DeviceTest {

  @TempDir private Path folder;

  @Test
  void withoutAGpuTheCpuIsUsedAndOneLineSaysWhy() {
    assumeThat(Cuda.missing()).as("a machine without a GPU").isPresent();
    List<LogRecord> log = new ArrayList<>();
    Logger logger = Logger.getLogger(OpenSession.class.getName());
    Handler handler = into(log);
    logger.addHandler(handler);

    try (Encoder encoder = open(Device.CUDA)) {
      assertThat(encoder.status().device()).isEqualTo("cpu");
      assertThat(encoder.status().provider()).isEqualTo("CPUExecutionProvider");
      assertThat(encoder.encode("still encoded").dimension()).isEqualTo(384);
    } finally {
      logger.removeHandler(handler);
    }

    assertThat(log).singleElement().extracting(LogRecord::getLevel).isEqualTo(Level.WARNING);
    assertThat(log.getFirst().getParameters()[1]).isEqualTo(Cuda.missing().orElseThrow());
  }

  @Test
  void aDriverThatIsNotThereIsNoGpu() {
    assertThat(Cuda.missingDriver("libcuda-of-nobody.so.1"))
        .hasValueSatisfying(why -> assertThat(why).contains("libcuda-of-nobody.so.1"));
  }

  @Test
  void anotherLibraryIsNoDriver() {
    assumeThat(System.getProperty("os.name")).isEqualTo("Linux");

    assertThat(Cuda.missingDriver("libm.so.6"))
        .hasValueSatisfying(why -> assertThat(why).contains("cuInit"));
  }

  private Encoder open(Device device) {
    return TextEncoders.open(
        "minilm-int8",
        ModelOptions.ofMaxTokens(16),
        new EncoderSettings(Optional.empty(), folder, device, 1));
  }

  private static Handler into(List<LogRecord> log) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        log.add(record);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
