package io.lorecast.encoding.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors a model of texts asks for: token ids, which of them are padding, and what follows
 * from them; for a model that goes on from what it read before, that it read nothing. Immutable.
 */
final class ModelInputs {

  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String SEGMENTS = "token_type_ids";
  private static final String POSITIONS = "position_ids";
  private static final String HAS_PAST = "use_cache_branch";
  private static final String PAST = "past_key_values.";

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final Map<String, TensorInfo> wanted = new HashMap<>();
  private final int filler;

  /**
   * Reads what the model wants.
   *
   * @param filler stands behind shorter texts of a batch
   * @throws OrtException if it wants what we cannot give
   */
  ModelInputs(Map<String, NodeInfo> inputs, int filler) throws OrtException {
    this.filler = filler;
    for (NodeInfo input : inputs.values()) {
      String name = input.getName();
      boolean known =
          List.of(IDS, MASK, SEGMENTS, POSITIONS, HAS_PAST).contains(name) || name.startsWith(PAST);
      if (!known || !(input.getInfo() instanceof TensorInfo tensor)) {
        throw new OrtException("the model wants an input we do not know: " + name);
      }
      wanted.put(name, tensor);
    }
  }

  /**
   * Returns the tensors of a batch, by name, for the caller to close.
   *
   * @param sequences token ids, shape [n] each
   * @param longest the largest n; shorter ones are filled up on the right
   */
  Map<String, OnnxTensor> of(List<int[]> sequences, int longest) throws OrtException {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (Map.Entry<String, TensorInfo> input : wanted.entrySet()) {
        tensors.put(input.getKey(), tensor(input.getKey(), input.getValue(), sequences, longest));
      }
      return tensors;
    } catch (OrtException | RuntimeException e) {
      tensors.values().forEach(OnnxTensor::close);
      throw e;
    }
  }

  private OnnxTensor tensor(String name, TensorInfo info, List<int[]> sequences, int longest)
      throws OrtException {
    if (name.equals(HAS_PAST)) {
      return OnnxTensor.createTensor(environment, new boolean[] {false});
    }
    if (name.startsWith(PAST)) {
      return nothingRead(info, sequences.size());
    }
    boolean wide = info.type == OnnxJavaType.INT64;
    int width = wide ? Long.BYTES : Integer.BYTES;
    ByteBuffer values = direct(sequences.size() * longest * width);
    for (int[] sequence : sequences) {
      for (int position = 0; position < longest; position++) {
        int value = value(name, sequence, position);
        if (wide) {
          values.putLong(value);
        } else {
          values.putInt(value);
        }
      }
    }
    long[] shape = {sequences.size(), longest};
    return OnnxTensor.createTensor(environment, values.flip(), shape, info.type);
  }

  private int value(String name, int[] sequence, int position) {
    boolean read = position < sequence.length;
    return switch (name) {
      case IDS -> read ? sequence[position] : filler;
      case MASK -> read ? 1 : 0;
      case POSITIONS -> position;
      default -> 0; // the first segment
    };
  }

  /** Returns keys or values of no tokens: the model's shape with the batch's size and length 0. */
  private OnnxTensor nothingRead(TensorInfo info, int batch) throws OrtException {
    long[] shape = info.getShape();
    shape[0] = batch;
    for (int axis = 1; axis < shape.length; axis++) {
      shape[axis] = Math.max(0, shape[axis]);
    }
    return OnnxTensor.createTensor(environment, direct(0), shape, info.type);
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }
}
