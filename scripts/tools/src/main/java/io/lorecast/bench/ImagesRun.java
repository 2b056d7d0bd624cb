package io.lorecast.bench;

import io.lorecast.encoding.ImageEncoder;
import io.lorecast.vector.VectorMath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Alters some images and looks for each among all. */
final class ImagesRun {

  /** How many images are altered. */
  static final int QUERIES = 24;

  private static final int WARM_UP = 100;

  private final List<byte[]> images;

  ImagesRun(List<Path> files) {
    this.images = files.stream().map(ImagesRun::bytes).toList();
  }

  /** Encodes some images, so that what is measured after is compiled. */
  void warmUp(ImageEncoder encoder) {
    images.stream().limit(WARM_UP).forEach(encoder::encode);
  }

  /** Measures one kind of vector; they are compared by their cosine. */
  ImageRow row(String name, Function<byte[], float[]> vectors) {
    double start = ProcessCost.cpuSeconds();
    List<float[]> all = images.stream().map(vectors).toList();
    double perSecond = images.size() / (ProcessCost.cpuSeconds() - start);
    Map<Alteration, Double> hits = new EnumMap<>(Alteration.class);
    for (Alteration alteration : Alteration.values()) {
      hits.put(alteration, hitRate(all, vectors, alteration));
    }
    return new ImageRow(name, perSecond, hits);
  }

  private double hitRate(
      List<float[]> all, Function<byte[], float[]> vectors, Alteration alteration) {
    int hits = 0;
    for (int query = 0; query < QUERIES; query++) {
      int original = query * images.size() / QUERIES;
      float[] altered = vectors.apply(alteration.apply(images.get(original)));
      hits += nearest(altered, all) == original ? 1 : 0;
    }
    return (double) hits / QUERIES;
  }

  private static int nearest(float[] query, List<float[]> all) {
    int best = 0;
    for (int i = 1; i < all.size(); i++) {
      if (VectorMath.cosine(query, all.get(i)) > VectorMath.cosine(query, all.get(best))) {
        best = i;
      }
    }
    return best;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
