package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import io.lorecast.events.Schemas;
import io.quarkus.runtime.annotations.RegisterResourceBundle;
import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Judges the data of events by the JSON Schema of their type. Each schema is compiled once. */
@Singleton
@RegisterResources(globs = "schemas/*.json")
@RegisterResourceBundle(bundleName = "jsv-messages") // the validator's own
class EventSchemas {

  private record Compiled(Schema schema, SchemaProblems problems) {}

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder()
                      .formatAssertionsEnabled(true)
                      .pathType(PathType.JSON_PATH)
                      .build()));
  private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

  /** Returns what is wrong with {@code data} as the data of {@code type}, one for each field. */
  List<Violation> violations(String type, JsonNode data) {
    Compiled judge = compiled.computeIfAbsent(type, this::compile);
    Map<String, Violation> byField = new LinkedHashMap<>();
    for (Error error : judge.schema().validate(data)) {
      Violation violation = judge.problems().of(error);
      byField.putIfAbsent(violation.field(), violation);
    }
    return List.copyOf(byField.values());
  }

  /** Compiles the schema of {@code type} before the first event needs it. */
  void prepare(String type) {
    compiled.computeIfAbsent(type, this::compile);
  }

  private Compiled compile(String type) {
    String text = Schemas.textOf(type);
    JsonNode document = EventJson.read("schema", text.getBytes(StandardCharsets.UTF_8));
    return new Compiled(registry.getSchema(document), new SchemaProblems(document));
  }
}
