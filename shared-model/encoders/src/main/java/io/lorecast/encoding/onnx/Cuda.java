package io.lorecast.encoding.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Whether there is a GPU to run on. Asked of the driver itself: ONNX Runtime lists CUDA wherever it
 * was built with it, and unpacks 583 MB before it finds that there is none.
 */
final class Cuda {

  private static final String DRIVER = "libcuda.so.1";
  private static final String WINDOWS_DRIVER = "nvcuda.dll";

  private Cuda() {}

  /** Returns why nothing can run on a GPU here, or empty if it can be tried. */
  static Optional<String> missing() {
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      return Optional.of("this build has ONNX Runtime for CPUs alone, build it with -Pgpu");
    }
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return missingDriver(windows ? WINDOWS_DRIVER : DRIVER);
  }

  /** Loads the driver's library and lets it look for devices. */
  static Optional<String> missingDriver(String library) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup driver = SymbolLookup.libraryLookup(library, arena);
      int answer =
          (int)
              Linker.nativeLinker()
                  .downcallHandle(
                      driver.findOrThrow("cuInit"),
                      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                  .invokeExact(0);
      return answer == 0
          ? Optional.empty()
          : Optional.of(library + " finds no usable GPU, error " + answer);
    } catch (Throwable e) { // what a method handle may throw; whatever it is, there is no GPU
      return Optional.of("no NVIDIA driver: " + e.getMessage());
    }
  }
}
