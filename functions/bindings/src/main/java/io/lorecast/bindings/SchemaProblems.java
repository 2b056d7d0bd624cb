package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;

/** Says what a schema asked for and what came instead, in words for the sender. */
final class SchemaProblems {

  private static final int SHOWN = 60;
  private static final String ABSENT = "absent";

  private final JsonNode schema;

  /**
   * Creates the words for one schema.
   *
   * @param schema the schema, whose titles say in words what its patterns mean
   */
  SchemaProblems(JsonNode schema) {
    this.schema = schema;
  }

  /** Returns {@code error} in words; its field starts with {@code data}. */
  Violation of(Error error) {
    String field = "data" + error.getInstanceLocation().toString().substring(1);
    return switch (error.getKeyword()) {
      case "required" -> new Violation(field + "." + error.getProperty(), "is missing");
      case "propertyNames" -> new Violation(field, names(error));
      default -> new Violation(field, problem(error));
    };
  }

  private String problem(Error error) {
    String limit = error.getSchemaNode().asText();
    String came = ", was " + shown(error.getInstanceNode());
    return switch (error.getKeyword()) {
      case "type" -> "must be " + types(error.getSchemaNode()) + came;
      case "enum" -> "must be one of " + options(error.getSchemaNode()) + came;
      case "pattern" -> "must be " + rule(error) + came;
      case "format" -> "must be an RFC 3339 date and time" + came;
      case "minimum" -> "must be at least " + limit + came;
      case "maximum" -> "must be at most " + limit + came;
      case "exclusiveMinimum" -> "must be above " + limit + came;
      case "minLength" -> "must have at least " + limit + " characters" + came;
      case "maxLength" -> "must have at most " + limit + " characters" + characters(error);
      case "minItems" -> "must have at least " + limit + " elements" + size(error);
      case "maxItems", "maxProperties" -> "must have at most " + limit + " elements" + size(error);
      default -> error.getMessage();
    };
  }

  private static String names(Error error) {
    return "must have names that are " + error.getSchemaNode().path("title").asText();
  }

  private static String characters(Error error) {
    String came = error.getInstanceNode().asText();
    return ", had " + came.codePointCount(0, came.length());
  }

  private static String size(Error error) {
    return ", had " + error.getInstanceNode().size();
  }

  /** Returns the title that stands beside the keyword at fault. */
  private String rule(Error error) {
    String keyword = error.getSchemaLocation().getFragment().toString();
    String parent = keyword.substring(0, keyword.lastIndexOf('/'));
    String title = schema.at(parent).path("title").asText();
    return title.isEmpty() ? "as the schema says" : title;
  }

  private static String types(JsonNode types) {
    if (types.isTextual()) {
      return withArticle(types.asText());
    }
    List<String> names = new ArrayList<>();
    types.forEach(type -> names.add(withArticle(type.asText())));
    names.remove(ABSENT);
    return String.join(" or ", names);
  }

  private static String withArticle(String type) {
    return switch (type) {
      case "null" -> ABSENT;
      case "integer" -> "a whole number";
      case "array", "object" -> "an " + type;
      default -> "a " + type;
    };
  }

  private static String options(JsonNode options) {
    List<String> names = new ArrayList<>();
    options.forEach(option -> names.add(option.isNull() ? "null" : option.asText()));
    return String.join(", ", names);
  }

  private static String shown(JsonNode node) {
    if (node.isContainerNode()) {
      return node.isArray() ? "an array" : "an object";
    }
    String json = node.toString();
    return json.length() <= SHOWN ? json : json.substring(0, SHOWN) + "…";
  }
}
