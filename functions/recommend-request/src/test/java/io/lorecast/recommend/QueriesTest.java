package io.lorecast.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.encoding.ContentSpace;
import io.lorecast.events.EncodeQuery;
import io.lorecast.events.QueryEncoded;
import io.lorecast.events.RecommendRequest;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueriesTest {

  private static final ContentSpace SPACE = ContentSpace.single("letters", 2);

  private final List<EncodeQuery> asked = new ArrayList<>();
  private final Queries queries = new Queries(Optional.of(this::encode));

  @Test
  void aQueryIsEncodedInTheLanguageOfTheRequest() throws JsonProcessingException {
    RecommendRequest request =
        new ObjectMapper()
            .readValue(
                """
                {"task": "search", "query": "鲸鱼", "language": "zh-CN"}
                """,
                RecommendRequest.class);

    Optional<Embedding> vector = queries.vector(request, SPACE).await().indefinitely();

    assertThat(vector).contains(Embedding.of(.5f, -1f));
    assertThat(asked).containsExactly(new EncodeQuery("鲸鱼", "zh-CN"));
  }

  private Uni<QueryEncoded> encode(EncodeQuery query) {
    asked.add(query);
    return Uni.createFrom().item(new QueryEncoded(query.query(), SPACE.id(), List.of(.5f, -1f)));
  }
}
