package io.lorecast.encoding.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model run in the plainest way there is: arrays in, nested arrays out, sums in double. An
 * oracle.
 */
final class BareRuntime implements AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final Pooling pooling;

  BareRuntime(Path model, Pooling pooling) throws OrtException {
    this.session = environment.createSession(model.toString(), new OrtSession.SessionOptions());
    this.pooling = pooling;
  }

  /** Returns the mean of the unit vectors of {@code windows}, of length 1. */
  double[] encode(List<int[]> windows) throws OrtException {
    double[] sum = null;
    for (int[] window : windows) {
      double[] vector = unit(run(window));
      for (int d = 0; sum != null && d < vector.length; d++) {
        vector[d] += sum[d];
      }
      sum = vector;
    }
    return unit(sum);
  }

  private double[] run(int[] ids) throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    for (String name : session.getInputNames()) {
      long[][] values = new long[1][ids.length];
      for (int i = 0; i < ids.length; i++) {
        values[0][i] = name.equals("input_ids") ? ids[i] : name.equals("attention_mask") ? 1 : 0;
      }
      inputs.put(name, OnnxTensor.createTensor(environment, values));
    }
    try (OrtSession.Result result = session.run(inputs)) {
      return pool(((float[][][]) result.get(0).getValue())[0]);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private double[] pool(float[][] tokens) {
    double[] pooled = new double[tokens[0].length];
    int rows = pooling == Pooling.CLS ? 1 : tokens.length;
    for (int d = 0; d < pooled.length; d++) {
      for (int row = 0; row < rows; row++) {
        pooled[d] += tokens[row][d] / rows;
      }
    }
    return pooled;
  }

  private static double[] unit(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    double[] unit = new double[vector.length];
    for (int d = 0; d < unit.length; d++) {
      unit[d] = vector[d] / Math.sqrt(squares);
    }
    return unit;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
