package io.lorecast.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The image that the build made, as it would have been handed to a container engine. */
final class BuiltImage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, byte[]> parts = new HashMap<>();

  private BuiltImage() {}

  /** Reads the image in {@code tar}, which is as {@code docker save} writes it. */
  static BuiltImage read(Path tar) throws IOException {
    BuiltImage image = new BuiltImage();
    try (TarArchiveInputStream in = new TarArchiveInputStream(Files.newInputStream(tar))) {
      for (TarArchiveEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        image.parts.put(part.getName(), in.readAllBytes());
      }
    }
    return image;
  }

  /** Returns how the image is run (the {@code config} of the OCI image configuration). */
  JsonNode config() throws IOException {
    return JSON.readTree(part(manifest().path("Config").asText())).path("config");
  }

  /** Returns a list in {@link #config}. */
  List<String> configured(String name) throws IOException {
    return texts(config().path(name)).toList();
  }

  /** Returns the files of all layers; a later layer's file replaces an earlier one's. */
  List<TarArchiveEntry> files() throws IOException {
    List<TarArchiveEntry> files = new ArrayList<>();
    eachFile((file, content) -> files.add(file));
    return files;
  }

  /** Writes the files of all layers into {@code folder}. */
  void unpack(Path folder) throws IOException {
    eachFile(
        (file, content) -> {
          Path target = folder.resolve(file.getName()).normalize();
          if (!target.startsWith(folder)) {
            throw new IOException(file.getName() + " is outside the image");
          }
          Files.createDirectories(Objects.requireNonNull(target.getParent()));
          Files.write(target, content.readAllBytes());
        });
  }

  private interface FileReader {
    void read(TarArchiveEntry file, InputStream content) throws IOException;
  }

  private void eachFile(FileReader reader) throws IOException {
    for (String layer : texts(manifest().path("Layers")).toList()) {
      try (TarArchiveInputStream in =
          new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(part(layer))))) {
        for (TarArchiveEntry file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
          if (!file.isDirectory()) {
            reader.read(file, in);
          }
        }
      }
    }
  }

  private JsonNode manifest() throws IOException {
    return JSON.readTree(part("manifest.json")).path(0);
  }

  private byte[] part(String name) throws IOException {
    byte[] part = parts.get(name);
    if (part == null) {
      throw new IOException("the image has no part " + name + ", only " + parts.keySet());
    }
    return part;
  }

  private static Stream<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
  }
}
