package io.lorecast.itemadded;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.EncodersByLanguage;
import io.lorecast.encoding.EncodingException;
import io.lorecast.encoding.View;
import io.lorecast.store.ModelStore;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.Executor;

/** Reads what is searched for into the space that readers of the catalogue use. */
final class QueryVectors {

  /**
   * A query as content.
   *
   * @param content shape [d] of {@code space}; zeros but for the block of the query's encoder
   */
  record QueryVector(ContentSpace space, Embedding content) {}

  private final EncodersByLanguage encoders;
  private final ContentSpace own;
  private final ModelStore models;
  private final Executor workers;

  /**
   * Creates a reader.
   *
   * @param own the space of {@code encoders}, for a catalogue that has none yet
   * @param workers where encoders run
   */
  QueryVectors(EncodersByLanguage encoders, ContentSpace own, ModelStore models, Executor workers) {
    this.encoders = encoders;
    this.own = own;
    this.models = models;
    this.workers = workers;
  }

  /**
   * Emits {@code query} as content. Fails with {@link EncodingException} if the model cannot be
   * run, or while the catalogue is still in a space of other encoders.
   */
  Uni<QueryVector> of(String query, String language) {
    Encoder encoder = encoders.of(language);
    Uni<Embedding> encoded =
        Uni.createFrom().item(() -> encoder.encodeQuery(query)).runSubscriptionOn(workers);
    return Uni.combine()
        .all()
        .unis(models.currentSpace(), encoded)
        .with(
            (space, vector) -> in(space.equals(ContentSpace.NONE) ? own : space, encoder, vector));
  }

  private static QueryVector in(ContentSpace space, Encoder encoder, Embedding vector) {
    return space
        .fuse(Map.of(encoder.version(), Map.of(View.DESCRIPTION, vector)))
        .map(content -> new QueryVector(space, content))
        .orElseThrow(
            () ->
                new EncodingException(
                    "reading a query",
                    new IllegalStateException("the catalogue has vectors of other encoders yet")));
  }
}
