package io.lorecast.encoding.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.lorecast.encoding.EncodingException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A model of texts in ONNX Runtime, with its pooling. Runs may overlap. */
final class OnnxSession implements SequenceRunner {

  /** The usual names of an output with a vector for each token, the most usual first. */
  static final List<String> STATES =
      List.of("last_hidden_state", "token_embeddings", "hidden_states");

  private final OrtSession session;
  private final Pooling pooling;
  private final ModelInputs inputs;
  private final Set<String> output;
  // Runs share it, closing takes it alone: the native session must not go while it is running.
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * Takes {@code session} over.
   *
   * @param filler stands behind shorter texts of a batch
   * @throws OrtException if the model wants an input we do not know, or has no output we can use
   */
  OnnxSession(OrtSession session, Pooling pooling, int filler) throws OrtException {
    this.session = session;
    this.pooling = pooling;
    this.inputs = new ModelInputs(session.getInputInfo(), filler);
    this.output = Set.of(output(session.getOutputInfo()));
  }

  /**
   * Returns the output to use: the pooling that was added, else a vector for each token by one of
   * its usual names, else any such but the scores of next words, else a vector for each text, which
   * the model pooled itself.
   */
  private static String output(Map<String, NodeInfo> outputs) throws OrtException {
    if (outputs.containsKey(GraphPooling.OUTPUT)) {
      return GraphPooling.OUTPUT;
    }
    for (String name : STATES) {
      if (outputs.containsKey(name)) {
        return name;
      }
    }
    for (int rank : new int[] {3, 2}) {
      for (NodeInfo node : outputs.values()) {
        if (!node.getName().equals("logits")
            && node.getInfo() instanceof TensorInfo tensor
            && tensor.getShape().length == rank) {
          return node.getName();
        }
      }
    }
    throw new OrtException(
        "the model has no vectors of its tokens among its outputs %s: export it for feature extraction"
            .formatted(outputs.keySet()));
  }

  /** All at once, shorter ones filled up to the longest. */
  @Override
  public List<float[]> run(List<int[]> sequences) {
    int longest = sequences.stream().mapToInt(ids -> ids.length).max().orElseThrow();
    inUse.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the encoder is closed");
      }
      return run(sequences, longest);
    } catch (OrtException e) {
      throw new EncodingException(
          "running the text model on %d texts of %d tokens".formatted(sequences.size(), longest),
          e);
    } finally {
      inUse.readLock().unlock();
    }
  }

  private List<float[]> run(List<int[]> sequences, int longest) throws OrtException {
    Map<String, OnnxTensor> tensors = inputs.of(sequences, longest);
    try (OrtSession.Result result = session.run(tensors, output)) {
      OnnxTensor states = (OnnxTensor) result.get(0);
      long[] shape = states.getInfo().getShape();
      // One where the model pools; what is left to do is then the same for every pooling.
      int rows = shape.length == 2 ? 1 : (int) shape[1];
      int d = (int) shape[shape.length - 1];
      float[] values = floats(states.getFloatBuffer());
      List<float[]> vectors = new ArrayList<>(sequences.size());
      for (int text = 0; text < sequences.size(); text++) {
        int n = Math.min(rows, sequences.get(text).length);
        vectors.add(pooling.pool(values, text * rows * d, n, d));
      }
      return vectors;
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  /** Of 16 bits come in a buffer without an array. */
  private static float[] floats(FloatBuffer buffer) {
    if (buffer.hasArray()) {
      return buffer.array();
    }
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Override
  public void close() {
    inUse.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new EncodingException("closing the text model", e);
    } finally {
      inUse.writeLock().unlock();
    }
  }
}
