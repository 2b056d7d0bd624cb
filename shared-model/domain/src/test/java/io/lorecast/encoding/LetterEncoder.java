package io.lorecast.encoding;

import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An encoder one can work by hand: counts the letters a, b and c, and remembers what it read. */
final class LetterEncoder implements Encoder {

  private final String version;
  private final List<String> read = new CopyOnWriteArrayList<>();

  LetterEncoder(String version) {
    this.version = version;
  }

  /** Returns the texts it was asked to encode, in their order. */
  List<String> read() {
    return read;
  }

  @Override
  public Embedding encode(String text) {
    read.add(text);
    float[] counts = new float[3];
    text.chars().filter(c -> c >= 'a' && c <= 'c').forEach(c -> counts[c - 'a']++);
    VectorMath.normalise(counts);
    return Embedding.of(counts);
  }

  @Override
  public int dimension() {
    return 3;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public void close() {}
}
