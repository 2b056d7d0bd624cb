package io.lorecast.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The schemas, the samples and the records say the same thing. */
class SchemasTest {

  static final List<String> TYPES = EventTypes.ALL;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private static final Map<String, Class<? extends Record>> RECORDS =
      Map.ofEntries(
          Map.entry(EventTypes.ITEM_ADDED, ItemAdded.class),
          Map.entry(EventTypes.ITEM_REMOVED, ItemRemoved.class),
          Map.entry(EventTypes.ITEM_ENCODED, ItemEncoded.class),
          Map.entry(EventTypes.KG_UPDATED, KgUpdated.class),
          Map.entry(EventTypes.NEIGHBOURS_REFRESHED, NeighboursRefreshed.class),
          Map.entry(EventTypes.GRAPH_QUERY, GraphQuery.class),
          Map.entry(EventTypes.GRAPH_ANSWER, GraphAnswer.class),
          Map.entry(EventTypes.FEEDBACK, FeedbackReceived.class),
          Map.entry(EventTypes.PROFILE_UPDATED, ProfileUpdated.class),
          Map.entry(EventTypes.USER_FORGOTTEN, UserForgotten.class),
          Map.entry(EventTypes.USER_ERASED, UserErased.class),
          Map.entry(EventTypes.RECOMMEND_REQUEST, RecommendRequest.class),
          Map.entry(EventTypes.RECOMMENDATIONS, Recommendations.class),
          Map.entry(EventTypes.MODEL_REFRESH, ModelRefreshRequested.class),
          Map.entry(EventTypes.ENCODE_CATALOGUE, EncodeCatalogue.class),
          Map.entry(EventTypes.ENCODE_QUERY, EncodeQuery.class),
          Map.entry(EventTypes.QUERY_ENCODED, QueryEncoded.class),
          Map.entry(EventTypes.ENCODE_LABELS, EncodeLabels.class),
          Map.entry(EventTypes.LABELS_ENCODED, LabelsEncoded.class),
          Map.entry(EventTypes.MODEL_REFRESHED, ModelRefreshed.class));

  @Test
  void allTypesAreTheConstants() throws IllegalAccessException {
    List<String> constants = new ArrayList<>();
    for (var field : EventTypes.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
        constants.add((String) field.get(null));
      }
    }

    assertThat(EventTypes.ALL).containsExactlyInAnyOrderElementsOf(constants);
    assertThat(RECORDS).containsOnlyKeys(constants);
  }

  @Test
  void everySchemaFileBelongsToAType() {
    Stream<String> files =
        Samples.jsonIn(Samples.resource("schemas")).stream()
            .map(file -> "schemas/" + file.getFileName());

    assertThat(files)
        .containsExactlyInAnyOrderElementsOf(TYPES.stream().map(Schemas::resourceOf).toList());
  }

  @Test
  void unknownTypeHasNoSchema() {
    assertThatThrownBy(() -> Schemas.idOf("io.lorecast.applause.v1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no event has the type io.lorecast.applause.v1");
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void schemaIsValidAgainstItsMetaschemaAndHasTheIdOfItsType(String type) throws IOException {
    JsonNode schema = JSON.readTree(Schemas.textOf(type));
    Schema metaschema =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(metaschema.validate(schema)).isEmpty();
    assertThat(schema.get("$id").asText()).isEqualTo(Schemas.idOf(type));
    assertThat(schema.get("title").asText()).isEqualTo(RECORDS.get(type).getSimpleName());
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void schemaDescribesEachComponentOfTheRecord(String type) throws IOException {
    JsonNode properties = JSON.readTree(Schemas.textOf(type)).get("properties");

    for (var component : RECORDS.get(type).getRecordComponents()) {
      assertThat(properties.at("/" + component.getName() + "/description").asText())
          .as(type + " " + component.getName())
          .isNotBlank();
    }
    assertThat(properties.size()).isEqualTo(RECORDS.get(type).getRecordComponents().length);
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void thereIsAnOrdinaryAnEdgeAndAnInvalidSample(String type) {
    List<String> names =
        Samples.validOf(type).stream().map(file -> file.getFileName().toString()).toList();

    assertThat(names).contains("ordinary.json").anyMatch(name -> name.startsWith("edge-"));
    assertThat(Samples.invalidOf(type)).isNotEmpty();
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void validSamplesAreValid(String type) throws IOException {
    for (Path sample : Samples.validOf(type)) {
      assertThat(errors(type, read(sample))).as(sample.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void invalidSamplesAreRefused(String type) throws IOException {
    for (Path sample : Samples.invalidOf(type)) {
      assertThat(errors(type, read(sample))).as(sample.toString()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void recordReadsEachValidSampleAndWritesValidJson(String type) throws IOException {
    for (Path sample : Samples.validOf(type)) {
      Record event = JSON.treeToValue(read(sample), RECORDS.get(type));

      JsonNode written = JSON.valueToTree(event);

      assertThat(errors(type, written)).as(sample.toString()).isEmpty();
      assertThat(JSON.treeToValue(written, RECORDS.get(type))).isEqualTo(event);
    }
  }

  private static JsonNode read(Path sample) throws IOException {
    return JSON.readTree(Files.readString(sample));
  }

  private static List<Error> errors(String type, JsonNode data) {
    return REGISTRY.getSchema(Schemas.textOf(type)).validate(data);
  }
}
