package io.lorecast.encoding;

import io.lorecast.hash.Sha256;
import io.lorecast.vector.Embedding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the content vectors of a catalogue are made of: a block for each encoder, one after the
 * other, each with the fused views that this encoder has read.
 *
 * <pre>
 *   content = [ sqrt(w_b / sum of all w) * unit(sum over present views v of w_v * unit(x_v)) ]
 * </pre>
 *
 * <p>so that the dot product of two contents is the weighted mean of the cosines of their blocks. A
 * block that an item lacks (no image, another language) is zeros, which no encoder writes: readers
 * take them for unknown, not for a value. A catalogue with one text encoder has one block, whose
 * vectors have length 1.
 *
 * <p>Vectors of different spaces must never be compared; {@link #id} tells them apart.
 *
 * @param blocks at least one, each of another encoder
 */
public record ContentSpace(List<ContentBlock> blocks) {

  /** What a catalogue has before anything was encoded. */
  public static final ContentSpace NONE = single("none", 1);

  private static final int ID_BYTES = 6;

  public ContentSpace {
    blocks = List.copyOf(blocks);
    long encoders = blocks.stream().map(ContentBlock::encoder).distinct().count();
    if (blocks.isEmpty() || encoders < blocks.size()) {
      throw new IllegalArgumentException("a space has blocks, each of another encoder");
    }
  }

  /** Returns the space of one text encoder, whose views all count alike. */
  public static ContentSpace single(String encoder, int dimension) {
    Map<View, Float> alike = Map.of(View.NAME, 1f, View.DESCRIPTION, 1f, View.REVIEWS, 1f);
    return new ContentSpace(List.of(new ContentBlock(encoder, dimension, 1, alike)));
  }

  /** Returns d, the sum of the blocks' dimensions. */
  public int dimension() {
    return blocks.stream().mapToInt(ContentBlock::dimension).sum();
  }

  /**
   * Returns the content vector, shape [d]; empty if no block has a view.
   *
   * @param vectors the views that have been encoded, by encoder; others than the blocks' are left
   *     out
   */
  public Optional<Embedding> fuse(Map<String, Map<View, Embedding>> vectors) {
    float[] content = new float[dimension()];
    double all = blocks.stream().mapToDouble(ContentBlock::weight).sum();
    boolean empty = true;
    int offset = 0;
    for (ContentBlock block : blocks) {
      Optional<Embedding> fused = block.fuse(vectors.getOrDefault(block.encoder(), Map.of()));
      if (fused.isPresent()) {
        empty = false;
        copy(fused.get(), (float) Math.sqrt(block.weight() / all), content, offset);
      }
      offset += block.dimension();
    }
    return empty ? Optional.empty() : Optional.of(Embedding.of(content));
  }

  private static void copy(Embedding vector, float scale, float[] target, int offset) {
    for (int d = 0; d < vector.dimension(); d++) {
      target[offset + d] = scale * vector.get(d);
    }
  }

  /** Returns whether both are made of what the same encoders read, however they weigh it. */
  public boolean hasEncodersOf(ContentSpace other) {
    return encoders().equals(other.encoders());
  }

  private List<String> encoders() {
    return blocks.stream().map(ContentBlock::encoder).toList();
  }

  /** Returns a short name, the same for the same space and no other: 12 hexadecimal digits. */
  public String id() {
    return Sha256.hex(text(), ID_BYTES);
  }

  /** Returns it as text, a line for each block; {@link #parse} reads it. */
  public String text() {
    return blocks.stream().map(ContentBlock::text).collect(Collectors.joining("\n"));
  }

  /**
   * Returns the space that {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it did not
   */
  public static ContentSpace parse(String text) {
    try {
      return new ContentSpace(text.lines().map(ContentBlock::parse).toList());
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("no content space: '" + text + "'", e);
    }
  }
}
