package io.lorecast.bench;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;

/** langchain4j's in-process embedding over a session with the product's settings. */
final class Langchain4j extends AbstractInProcessEmbeddingModel {

  private final OnnxBertBiEncoder encoder;

  Langchain4j(OrtSession session) throws IOException {
    super(Runnable::run);
    try (InputStream tokenizer = BareLoop.resource(BareLoop.TOKENIZER)) {
      encoder =
          new OnnxBertBiEncoder(
              OrtEnvironment.getEnvironment(), session, tokenizer, PoolingMode.MEAN);
    }
  }

  @Override
  protected OnnxBertBiEncoder model() {
    return encoder;
  }
}
