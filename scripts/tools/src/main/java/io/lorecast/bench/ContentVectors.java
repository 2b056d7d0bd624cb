package io.lorecast.bench;

import io.lorecast.encoding.ContentBlock;
import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.EncodedTexts;
import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.ItemEncoder;
import io.lorecast.encoding.TextViews;
import io.lorecast.encoding.View;
import io.lorecast.encoding.onnx.EncoderSettings;
import io.lorecast.encoding.onnx.TextEncoders;
import io.lorecast.hash.Sha256;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.InMemoryVectorStore;
import io.lorecast.vector.Embedding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import me.tongfei.progressbar.ProgressBar;

/**
 * The content vectors of a catalogue, made as the item-added function makes them. Kept in a file
 * beside the unpacked model, so that the same catalogue is encoded once.
 */
final class ContentVectors {

  /** As the item-added function has them unless configured otherwise. */
  private static final Map<View, Float> WEIGHTS =
      Map.of(View.NAME, 1f, View.DESCRIPTION, 1f, View.REVIEWS, 1f);

  private ContentVectors() {}

  static Map<ItemId, Embedding> of(List<Item> items) {
    EncoderSettings settings = EncoderSettings.defaults();
    try (Encoder encoder = TextEncoders.miniLm(settings)) {
      Path file =
          settings.cacheFolder().resolve("bench-" + hash(encoder.version(), items) + ".bin");
      return Files.exists(file) ? read(file, items) : write(file, encode(encoder, items));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<ItemId, Embedding> encode(Encoder encoder, List<Item> items) {
    ItemEncoder itemEncoder =
        new ItemEncoder(
            List.of(
                new TextViews(
                    new EncodedTexts(encoder, new InMemoryVectorStore<>(), Runnable::run),
                    WEIGHTS.keySet(),
                    item -> true)));
    ContentSpace space =
        new ContentSpace(
            List.of(new ContentBlock(encoder.version(), encoder.dimension(), 1, WEIGHTS)));
    Map<ItemId, Embedding> vectors = new LinkedHashMap<>();
    for (Item item : ProgressBar.wrap(items, "Encoding")) {
      space
          .fuse(itemEncoder.encode(item).await().indefinitely().views())
          .ifPresent(content -> vectors.put(item.id(), content));
    }
    return vectors;
  }

  private static Map<ItemId, Embedding> read(Path file, List<Item> items) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    float[] vector = new float[bytes.remaining() / Float.BYTES / items.size()];
    Map<ItemId, Embedding> vectors = new LinkedHashMap<>();
    for (Item item : items) {
      for (int d = 0; d < vector.length; d++) {
        vector[d] = bytes.getFloat();
      }
      vectors.put(item.id(), Embedding.of(vector));
    }
    return vectors;
  }

  private static Map<ItemId, Embedding> write(Path file, Map<ItemId, Embedding> vectors)
      throws IOException {
    int size = vectors.values().stream().mapToInt(Embedding::dimension).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Embedding vector : vectors.values()) {
      for (float value : vector.toArray()) {
        bytes.putFloat(value);
      }
    }
    Files.write(file, bytes.array());
    return vectors;
  }

  private static String hash(String version, List<Item> items) {
    MessageDigest digest = Sha256.digest();
    String made = version + new TreeMap<>(WEIGHTS);
    digest.update(made.getBytes(StandardCharsets.UTF_8));
    for (Item item : items) {
      String texts =
          item.id() + "\n" + item.name() + "\n" + item.description() + "\n" + item.reviews();
      digest.update(texts.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }
}
