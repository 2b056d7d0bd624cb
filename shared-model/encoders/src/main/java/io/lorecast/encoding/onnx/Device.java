package io.lorecast.encoding.onnx;

import java.util.Locale;

/** Where a model runs. */
public enum Device {
  /** On a GPU where there is one and the model gains from it, else on the CPU. */
  AUTO,
  /** On the CPU. */
  CPU,
  /** On an NVIDIA GPU; where that cannot be, on the CPU, which the log says. */
  CUDA;

  /** Returns the name that stands in configuration. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
