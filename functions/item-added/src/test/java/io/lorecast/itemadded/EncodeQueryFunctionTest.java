package io.lorecast.itemadded;

import static io.lorecast.itemadded.Posts.event;
import static io.lorecast.itemadded.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lorecast.encoding.Encoder;
import io.lorecast.store.ModelStore;
import io.lorecast.vector.VectorMath;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events over HTTP and the real model. */
@QuarkusTest
@TestProfile(InMemoryStores.Profile.class)
class EncodeQueryFunctionTest {

  @Inject Encoder encoder;
  @Inject ModelStore models;

  @Test
  void aQueryIsReadInTheSpaceOfTheCatalogue() {
    post("item-added", event("whale", 1, "The white whale", "A captain hunts a whale."))
        .statusCode(200);

    List<Float> values =
        post("encode-query", Samples.read("encode-query/ordinary.json"))
            .statusCode(200)
            .header("ce-type", equalTo("io.lorecast.query-encoded.v1"))
            .header("ce-source", equalTo("/functions/encode-query"))
            .body("query", equalTo("films about whales"))
            .body("space", equalTo(models.currentSpace().await().indefinitely().id()))
            .extract()
            .path("values");

    float[] query = new float[values.size()];
    for (int d = 0; d < query.length; d++) {
      query[d] = values.get(d);
    }
    float[] expected = encoder.encodeQuery("films about whales").toArray();
    assertThat(VectorMath.cosine(query, expected)).isGreaterThan(.9999f);
  }

  @Test
  void aQueryMustSaySomething() {
    post("encode-query", Samples.read("encode-query/invalid/query-blank.json"))
        .statusCode(400)
        .body("field", equalTo("data.query"));
  }
}
