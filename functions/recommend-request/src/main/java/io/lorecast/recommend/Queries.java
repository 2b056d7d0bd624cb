package io.lorecast.recommend;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.events.EncodeQuery;
import io.lorecast.events.RecommendRequest;
import io.lorecast.events.RecommendRequest.QueryVector;
import io.lorecast.model.InvalidEventException;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Finds the vector of what is searched for: in the request, or from the encoder. */
@Singleton
class Queries {

  private static final Logger LOG = Logger.getLogger(Queries.class);

  private final Optional<QueryEncoder> encoder;

  Queries(Optional<QueryEncoder> encoder) {
    this.encoder = encoder;
  }

  /**
   * Emits the vector of what {@code request} searches for, in {@code space}; empty if the encoder
   * cannot be asked now. Fails with {@link InvalidEventException} if the request has a vector of
   * another space, or a query where no encoder is configured.
   */
  Uni<Optional<Embedding>> vector(RecommendRequest request, ContentSpace space) {
    QueryVector given = request.vector();
    if (given != null) {
      return Uni.createFrom().item(() -> Optional.of(checked(given, space)));
    }
    if (request.query() == null || encoder.isEmpty()) {
      return Uni.createFrom()
          .failure(
              new InvalidEventException(
                  "query", "must be a vector here: no address of encode-query is configured"));
    }
    return encoder
        .get()
        .encode(new EncodeQuery(request.query(), request.language()))
        .map(read -> Optional.of(checked(new QueryVector(read.space(), read.values()), space)))
        .onFailure()
        .invoke(failure -> LOG.warnf("a query could not be encoded: %s", failure.getMessage()))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }

  private static Embedding checked(QueryVector vector, ContentSpace space) {
    if (!vector.space().equals(space.id())) {
      throw new InvalidEventException(
          "vector.space",
          "must be %s, the space of the catalogue, was %s".formatted(space.id(), vector.space()));
    }
    List<Float> values = vector.values();
    if (values.size() != space.dimension()) {
      throw new InvalidEventException(
          "vector.values", "must be %d, were %d".formatted(space.dimension(), values.size()));
    }
    float[] array = new float[values.size()];
    for (int d = 0; d < array.length; d++) {
      array[d] = values.get(d);
      if (!Float.isFinite(array[d])) {
        throw new InvalidEventException("vector.values[" + d + "]", "must be finite");
      }
    }
    return Embedding.of(array);
  }
}
