package io.lorecast.encoding.onnx;

import java.util.ArrayList;
import java.util.List;

/**
 * One sequence a run, in the caller's thread.
 *
 * <p>An int8 model scales each activation by the extremes of its whole batch, so that the same text
 * beside others would get other numbers; and on a CPU a batch saves no time whatever the precision.
 */
record SingleRuns(SequenceRunner session) implements SequenceRunner {

  @Override
  public List<float[]> run(List<int[]> sequences) {
    List<float[]> vectors = new ArrayList<>(sequences.size());
    for (int[] sequence : sequences) {
      vectors.add(session.run(List.of(sequence)).getFirst());
    }
    return vectors;
  }

  @Override
  public void close() {
    session.close();
  }
}
