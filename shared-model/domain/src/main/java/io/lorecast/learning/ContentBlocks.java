package io.lorecast.learning;

import io.lorecast.encoding.ContentBlock;
import io.lorecast.encoding.ContentSpace;
import io.lorecast.vector.Embedding;
import java.util.List;

/**
 * Where the blocks of content vectors lie. A block of zeros is one that an item lacks: it says
 * nothing, so it counts as the mean of the others.
 *
 * @param ends where each block ends, exclusive; the last one is the dimension
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the model
record ContentBlocks(int[] ends) {

  static ContentBlocks of(ContentSpace space) {
    int[] ends = space.blocks().stream().mapToInt(ContentBlock::dimension).toArray();
    java.util.Arrays.parallelPrefix(ends, Integer::sum);
    return new ContentBlocks(ends);
  }

  int count() {
    return ends.length;
  }

  int dimension() {
    return ends[ends.length - 1];
  }

  int start(int block) {
    return block == 0 ? 0 : ends[block - 1];
  }

  int end(int block) {
    return ends[block];
  }

  boolean isPresent(Embedding vector, int block) {
    for (int i = start(block); i < end(block); i++) {
      if (vector.get(i) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns the mean of each block over the vectors that have it, shape [d]. */
  double[] mean(List<Embedding> vectors) {
    double[] mean = new double[dimension()];
    for (int block = 0; block < count(); block++) {
      int position = block;
      List<Embedding> having =
          vectors.stream().filter(vector -> isPresent(vector, position)).toList();
      for (Embedding vector : having) {
        for (int i = start(block); i < end(block); i++) {
          mean[i] += vector.get(i) / having.size();
        }
      }
    }
    return mean;
  }

  /** Sets {@code target} to the vector less the mean, and to 0 where it lacks a block. */
  void centre(Embedding vector, double[] mean, double[] target) {
    for (int block = 0; block < count(); block++) {
      boolean present = isPresent(vector, block);
      for (int i = start(block); i < end(block); i++) {
        target[i] = present ? vector.get(i) - mean[i] : 0;
      }
    }
  }
}
