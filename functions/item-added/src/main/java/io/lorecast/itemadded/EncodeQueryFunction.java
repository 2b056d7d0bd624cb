package io.lorecast.itemadded;

import io.lorecast.events.EncodeQuery;
import io.lorecast.events.QueryEncoded;
import io.lorecast.vector.Embedding;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads a query by the encoder of the catalogue: encode-query in, query-encoded out. Only reads.
 */
@Singleton
public class EncodeQueryFunction {

  private static final String ENGLISH = "en";

  private final QueryVectors queries;

  EncodeQueryFunction(QueryVectors queries) {
    this.queries = queries;
  }

  /** Encodes the query in the space that readers of the catalogue use now. */
  @Funq("encode-query")
  public Uni<QueryEncoded> onEncodeQuery(EncodeQuery event) {
    return queries
        .of(event.query(), Objects.requireNonNullElse(event.language(), ENGLISH))
        .map(read -> new QueryEncoded(event.query(), read.space().id(), values(read.content())));
  }

  private static List<Float> values(Embedding vector) {
    List<Float> values = new ArrayList<>(vector.dimension());
    for (float value : vector.toArray()) {
      values.add(value);
    }
    return values;
  }
}
