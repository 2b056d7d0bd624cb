package io.lorecast.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.lorecast.fact.Fact;
import io.lorecast.knowledge.chat.Reply;
import io.lorecast.knowledge.chat.UnusableAnswerException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a model's answer as facts. What they are worth is judged by the domain. */
final class FactAnswers {

  /** The answer that says nothing. */
  static final String NOTHING = "{\"facts\":[]}";

  /** Longer answers are none: a fact has some 80 characters. */
  private static final int LONGEST = 100_000;

  /** The shape, without bounds: not every provider knows them, and the domain has its own. */
  private static final String SCHEMA =
      """
      {"type":"object","properties":{"facts":{"type":"array","items":{"type":"object","properties":\
      {"relation":{"type":"string"%s},"object":{"type":"string"},"confidence":{"type":"number"}},\
      "required":["relation","object","confidence"],"additionalProperties":false}}},\
      "required":["facts"],"additionalProperties":false}\
      """;

  private final ObjectMapper json;

  /** Judges the shape alone: a fact of an unknown relation does not make the others worthless. */
  private final Schema shape =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SCHEMA.formatted(""), InputFormat.JSON);

  FactAnswers(ObjectMapper json) {
    this.json = json;
  }

  /** Returns the schema that a model is held to. */
  static String schema(Collection<String> relations) {
    return SCHEMA.formatted(
        relations.stream()
            .sorted()
            .map(relation -> TextNode.valueOf(relation).toString())
            .collect(Collectors.joining(",", ",\"enum\":[", "]")));
  }

  /**
   * Returns the JSON of {@code reply} that {@link #facts} reads; that it says nothing, if the model
   * refused.
   *
   * @throws UnusableAnswerException if it is no such JSON
   */
  String text(Reply reply) {
    return switch (reply.end()) {
      case REFUSED -> NOTHING;
      case CUT_OFF ->
          throw new UnusableAnswerException(
              "the answer was cut off; lorecast.knowledge.answer-tokens may be too few");
      case COMPLETE -> read(object(reply.text())).toString();
    };
  }

  /**
   * Returns the facts that {@code text} states.
   *
   * @throws UnusableAnswerException if it is no JSON of the shape
   */
  List<Fact> facts(String text) {
    List<Fact> facts = new ArrayList<>();
    for (JsonNode fact : read(text).path("facts")) {
      facts.add(
          new Fact(
              fact.path("relation").asText(),
              fact.path("object").asText(),
              fact.path("confidence").asDouble()));
    }
    return facts;
  }

  /** Models that are only told to answer with JSON like to put a fence or a sentence around it. */
  private static String object(String text) {
    int start = text.indexOf('{');
    int end = text.lastIndexOf('}');
    return start < 0 || end < start ? text : text.substring(start, end + 1);
  }

  private JsonNode read(String text) {
    if (text.length() > LONGEST) {
      throw new UnusableAnswerException("the answer had " + text.length() + " characters");
    }
    JsonNode answer;
    try {
      answer = json.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new UnusableAnswerException("the answer was no JSON");
    }
    if (!shape.validate(answer).isEmpty()) {
      throw new UnusableAnswerException("the answer did not fit its schema");
    }
    return answer;
  }
}
