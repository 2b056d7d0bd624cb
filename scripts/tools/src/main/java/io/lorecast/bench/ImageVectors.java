package io.lorecast.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.data.DataException;
import io.lorecast.encoding.ImageEncoder;
import io.lorecast.encoding.image.ImageEncoderSettings;
import io.lorecast.encoding.image.ImageEncoders;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import me.tongfei.progressbar.ProgressBar;

/**
 * What the image model sees on the posters of a MovieLens-style folder: {@code items.jsonl} (or
 * .gz) names the {@code poster_file} of an item; the file of this name lies in the folder {@code
 * posters}.
 */
final class ImageVectors {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ImageVectors() {}

  /**
   * Returns the features of each item that has a poster.
   *
   * @throws DataException if the folder cannot be read, or an image cannot
   */
  static Map<ItemId, Embedding> of(Path data, Path model) {
    Map<ItemId, Path> posters = posters(data);
    Map<ItemId, Embedding> vectors = new LinkedHashMap<>();
    try (ImageEncoder encoder = ImageEncoders.open(model, ImageEncoderSettings.defaults())) {
      for (Map.Entry<ItemId, Path> poster : ProgressBar.wrap(posters.entrySet(), "Posters")) {
        byte[] image = Files.readAllBytes(poster.getValue());
        vectors.put(poster.getKey(), encoder.encode(image).features());
      }
    } catch (IOException e) {
      throw new DataException("an image cannot be read: " + e.getMessage());
    }
    return vectors;
  }

  /** Returns the poster of each item that has one. */
  static Map<ItemId, Path> posters(Path data) {
    Map<ItemId, Path> posters = new LinkedHashMap<>();
    try (BufferedReader lines = items(data)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode item = JSON.readTree(line);
        Path named = Path.of(item.path("poster_file").asText("none")).getFileName();
        Path file = data.resolve("posters").resolve(named);
        if (Files.isRegularFile(file)) {
          posters.put(new ItemId(item.path("item_id").asText()), file);
        }
      }
    } catch (IOException e) {
      throw new DataException(data + " holds no items.jsonl that can be read: " + e.getMessage());
    }
    return posters;
  }

  private static BufferedReader items(Path data) throws IOException {
    Path plain = data.resolve("items.jsonl");
    InputStream bytes =
        Files.exists(plain)
            ? Files.newInputStream(plain)
            : new GZIPInputStream(Files.newInputStream(data.resolve("items.jsonl.gz")));
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }
}
