package io.lorecast.encoding.onnx;

import ai.onnxruntime.OrtException;
import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.EncodingException;
import io.lorecast.encoding.text.WordPieceTokenizer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Makes text encoders. */
public final class TextEncoders {

  private static final String MINILM = "/all-minilm-l6-v2-q.onnx";
  private static final String MINILM_TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  private TextEncoders() {}

  /**
   * Returns all-MiniLM-L6-v2, weights in 8 bits, from the class path: English, 384 dimensions, mean
   * pooling. Takes tenths of a second.
   *
   * <p>Source: "MiniLM: Deep Self-Attention Distillation for Task-Agnostic Compression of
   * Pre-Trained Transformers", NeurIPS 2020, arXiv:2002.10957, trained further on pairs of
   * sentences.
   *
   * @throws EncodingException if it cannot be unpacked or opened, or cannot read so many tokens
   */
  public static Encoder miniLm(EncoderSettings settings) {
    try (InputStream model = resource(MINILM);
        InputStream tokenizer = resource(MINILM_TOKENIZER)) {
      return open(
          ModelFile.unpack(model, settings.cacheFolder()),
          WordPieceTokenizer.read(tokenizer, settings.maxTokens()),
          settings);
    } catch (IOException | OrtException e) {
      throw new EncodingException("opening the text model " + MINILM, e);
    }
  }

  private static Encoder open(
      ModelFile model, WordPieceTokenizer tokenizer, EncoderSettings settings) throws OrtException {
    OnnxSession session = new OnnxSession(model.path(), settings.threads());
    try {
      int maxTokens = settings.maxTokens();
      return new OnnxEncoder(tokenizer, session, maxTokens, version(model, maxTokens));
    } catch (OrtException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static String version(ModelFile model, int maxTokens) {
    return "minilm-" + model.hash().substring(0, 12) + "-int8-" + maxTokens + "-mean";
  }

  private static InputStream resource(String name) throws FileNotFoundException {
    InputStream stream = TextEncoders.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException(name + " is not on the class path");
    }
    return stream;
  }
}
