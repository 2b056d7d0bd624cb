package io.lorecast.encoding.onnx;

import ai.onnxruntime.OrtException;
import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.EncodingException;
import io.lorecast.encoding.text.WordPieceTokenizer;
import io.lorecast.vector.Embedding;
import java.util.Arrays;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * An {@link Encoder} that runs a BERT model: word pieces, one run, the mean of the tokens. The same
 * text gives the same bits, whatever runs beside it.
 */
final class OnnxEncoder implements Encoder {

  private final WordPieceTokenizer tokenizer;
  private final OnnxSession session;
  private final String version;
  private final int dimension;
  // Runs share it, closing takes it alone: the native session must not go while it is running.
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * Creates an encoder, which closes {@code session} with itself. Runs a text of {@code maxTokens}
   * once, to learn the dimension and that the model can read so many.
   */
  OnnxEncoder(WordPieceTokenizer tokenizer, OnnxSession session, int maxTokens, String version)
      throws OrtException {
    this.tokenizer = tokenizer;
    this.session = session;
    this.version = version;
    this.dimension = session.run(longest(maxTokens)).dimension();
  }

  private int[] longest(int maxTokens) {
    int[] empty = tokenizer.tokenIds("");
    int[] ids = new int[maxTokens];
    Arrays.fill(ids, empty[0]);
    return ids;
  }

  @Override
  public Embedding encode(String text) {
    int[] ids = tokenizer.tokenIds(text);
    inUse.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the encoder is closed");
      }
      return session.run(ids);
    } catch (OrtException e) {
      throw new EncodingException("running the text model on " + ids.length + " tokens", e);
    } finally {
      inUse.readLock().unlock();
    }
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public String version() {
    return version;
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
