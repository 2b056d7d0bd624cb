package io.lorecast.encoding.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The real ffmpeg: the machine's, or else one that is fetched into the build folder with npm. */
final class FfmpegProgram {

  private static final Path FOLDER = Path.of("target", "ffmpeg");
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private FfmpegProgram() {}

  /** Returns its name or path. */
  static String find() throws IOException, InterruptedException {
    return Ffmpeg.find("ffmpeg", TIMEOUT).isPresent() ? "ffmpeg" : fetched();
  }

  private static String fetched() throws IOException, InterruptedException {
    Path program = FOLDER.resolve("package").resolve("ffmpeg").toAbsolutePath();
    if (!Files.isExecutable(program)) {
      Files.createDirectories(FOLDER);
      run(List.of("npm", "pack", "--silent", "@ffmpeg-installer/" + platform()));
      run(List.of("sh", "-c", "tar -xzf ffmpeg-installer-*.tgz"));
    }
    return program.toString();
  }

  /** Runs a command in the build folder; its failure is the test's. */
  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(
          String.join(" ", command) + ": " + Files.readString(FOLDER.resolve("log")));
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    return (system.startsWith("mac") ? "darwin" : "linux")
        + (processor.equals("aarch64") ? "-arm64" : "-x64");
  }

  /** Returns the product's reader. */
  static Optional<Ffmpeg> reader() throws IOException, InterruptedException {
    return Ffmpeg.find(find(), TIMEOUT);
  }
}
