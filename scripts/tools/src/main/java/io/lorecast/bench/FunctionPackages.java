package io.lorecast.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Packages of functions as {@code mvn package} makes them, each kind in a folder of its own. */
final class FunctionPackages {

  private static final String RUNNER = "quarkus-run.jar";

  private static final Path ROOT =
      Path.of(System.getProperty("lorecast.root", ".")).toAbsolutePath();

  private final Path work;

  FunctionPackages(Path work) {
    this.work = work;
  }

  /**
   * Builds {@code functions} as {@code type}, the value of {@code quarkus.package.jar.type}, unless
   * they have been.
   *
   * @throws IOException if the build fails; the message names its log
   */
  void provide(String type, List<String> functions) throws IOException, InterruptedException {
    if (!functions.stream().allMatch(each -> Files.exists(runner(folder(type, each))))) {
      build(type, functions);
    }
  }

  private void build(String type, List<String> functions) throws IOException, InterruptedException {
    Path log = work.resolve(type + ".log");
    String modules = String.join(",", functions.stream().map(each -> "functions/" + each).toList());
    int code =
        new ProcessBuilder(
                "mvn",
                "--batch-mode",
                "-pl",
                modules,
                "-am",
                "package",
                "-DskipTests",
                "-Dspotless.check.skip=true",
                "-Dquarkus.package.jar.type=" + type)
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log.toFile()))
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("the packages could not be built, see " + log);
    }
    for (String function : functions) {
      copy(modules().resolve(function).resolve("target/quarkus-app"), folder(type, function));
    }
  }

  /** Returns the folder that holds the module of each function. */
  static Path modules() {
    return ROOT.resolve("functions");
  }

  /** Returns where the package of {@code function} lies. */
  Path folder(String type, String function) {
    return work.resolve(type).resolve(function);
  }

  /** Returns the jar that starts the package in {@code folder}. */
  static Path runner(Path folder) {
    return folder.resolve(RUNNER);
  }

  private static void copy(Path from, Path to) throws IOException {
    CopyOption[] options = {
      StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING
    };
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, options);
        }
      }
    }
  }
}
