package io.lorecast.encoding.onnx;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Pooling as a part of the model. A GPU then gives back d numbers for a text of n tokens instead of
 * n times d, whose copies and sums on the CPU take longer than the model on the GPU.
 */
final class GraphPooling {

  /** Vectors of texts, not yet of length 1, shape [texts, 1, d] or [texts, d]. */
  static final String OUTPUT = "lorecast_pooled";

  private static final String MASK = "attention_mask";
  private static final String CONSTANT = "lorecast_constant";

  private GraphPooling() {}

  /**
   * Returns {@code model} with pooling, or empty where its vectors of tokens or which of them are
   * padding cannot be told by their names, where it is too large for one buffer, or where pooling
   * is neither the mean nor the first token.
   *
   * @param arena owns the buffer
   */
  static Optional<ByteBuffer> of(Path model, Pooling pooling, Arena arena) throws IOException {
    Set<String> names = GraphNames.of(model);
    Optional<String> states = OnnxSession.STATES.stream().filter(names::contains).findFirst();
    boolean known = pooling == Pooling.CLS || (pooling == Pooling.MEAN && names.contains(MASK));
    if (states.isEmpty() || !known) {
      return Optional.empty();
    }
    byte[] more = pooling == Pooling.CLS ? first(states.get()) : sum(states.get());
    boolean fits = Files.size(model) + more.length <= Integer.MAX_VALUE;
    return fits ? Optional.of(join(model, more, arena)) : Optional.empty();
  }

  /**
   * The mask as a row times the vectors; the sum has the mean's direction, and only that counts.
   */
  private static byte[] sum(String states) throws IOException {
    return new GraphPart()
        .cast("lorecast_mask", MASK)
        .constant(CONSTANT, new long[] {3}, 0, 1, -1)
        .node("Reshape", "lorecast_row", "lorecast_mask", CONSTANT)
        .cast("lorecast_states", states)
        .node("MatMul", OUTPUT, "lorecast_row", "lorecast_states")
        .output(OUTPUT)
        .toModel();
  }

  private static byte[] first(String states) throws IOException {
    return new GraphPart()
        .constant(CONSTANT, new long[0], 0)
        .gather("lorecast_first", 1, states, CONSTANT)
        .cast(OUTPUT, "lorecast_first")
        .output(OUTPUT)
        .toModel();
  }

  /** Off the heap: a model is often larger than all else a process has. */
  private static ByteBuffer join(Path model, byte[] more, Arena arena) throws IOException {
    try (FileChannel file = FileChannel.open(model)) {
      int size = (int) file.size();
      ByteBuffer joined = arena.allocate(size + (long) more.length).asByteBuffer().limit(size);
      while (joined.hasRemaining()) {
        if (file.read(joined) < 0) {
          throw new IOException(model + " became shorter while it was read");
        }
      }
      return joined.limit(joined.capacity()).put(more).flip();
    }
  }
}
