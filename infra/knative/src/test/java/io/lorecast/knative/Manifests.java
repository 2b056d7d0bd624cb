package io.lorecast.knative;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What kustomize makes of an overlay. */
final class Manifests {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(new NothingElse())
          .build();

  private Manifests() {}

  /** Returns the resources of {@code overlays/<overlay>}, as they would be applied. */
  static List<JsonNode> of(String overlay) throws IOException, InterruptedException {
    return at(Path.of("overlays", overlay));
  }

  /** Returns the resources of the overlay in {@code folder}. */
  static List<JsonNode> at(Path folder) throws IOException, InterruptedException {
    String text = Kubectl.run("kustomize", folder.toString());
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(text)) {
      return documents.readAll();
    }
  }

  /**
   * Returns {@code resource} as a {@code type} of the model that is generated from the CRDs.
   *
   * @throws IOException if it has a field that the CRD does not know, or of another type
   */
  static <T> T as(Class<T> type, JsonNode resource) throws IOException {
    return STRICT.treeToValue(resource, type);
  }

  /** The model keeps fields that it does not know; here they are errors. */
  private static final class NothingElse extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated member) {
      return false;
    }
  }
}
