package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.fact.ItemFacts;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How the knowledge table is laid out: a row for each item of which something was said, for each
 * answer, and for each day on which something was spent.
 */
record KnowledgeRows(DynamoKeys keys) {

  static final String REVISION = "revision";
  static final String ANSWER = "answer";
  static final String CALLS = "calls";
  static final String TOKENS = "tokens";
  private static final String TEXT = "text";
  private static final String EDGES = "edges";
  private static final String WITHDRAWN = "withdrawn";

  /** How an edge of an item is written: relation, tail and weight, parted by tabs. */
  private static final int PARTS = 3;

  Map<String, AttributeValue> item(ItemId item) {
    return key("item\t" + item.value());
  }

  Map<String, AttributeValue> answer(String question) {
    return key("answer\t" + question);
  }

  Map<String, AttributeValue> day(LocalDate day) {
    return key("day\t" + day);
  }

  private Map<String, AttributeValue> key(String id) {
    return Map.of(DynamoKeys.PARTITION, keys.partition(id));
  }

  Map<String, AttributeValue> row(ItemFacts facts) {
    Map<String, AttributeValue> row = new HashMap<>(item(facts.item()));
    row.put(REVISION, fromN(Long.toString(facts.revision())));
    row.put(TEXT, fromS(facts.text()));
    row.put(EDGES, fromL(facts.edges().stream().map(KnowledgeRows::written).toList()));
    row.put(WITHDRAWN, fromL(facts.withdrawn().stream().map(KnowledgeRows::written).toList()));
    return row;
  }

  static ItemFacts facts(ItemId item, Map<String, AttributeValue> attributes) {
    return Row.decode(
        "what was said of an item",
        attributes,
        row ->
            new ItemFacts(
                item,
                row.integer(REVISION),
                row.text(TEXT),
                edges(item, row.texts(EDGES)),
                edges(item, row.texts(WITHDRAWN))));
  }

  private static AttributeValue written(Edge edge) {
    return fromS(edge.relation() + '\t' + edge.tail().value() + '\t' + edge.weight());
  }

  private static List<Edge> edges(ItemId item, List<String> written) {
    return written.stream().map(text -> edge(item, text.split("\t", -1))).toList();
  }

  private static Edge edge(ItemId item, String[] parts) {
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("an edge must have 3 parts, had " + parts.length);
    }
    return new Edge(
        EntityId.of(item),
        parts[0],
        new EntityId(parts[1]),
        Float.parseFloat(parts[2]),
        Edge.Source.LANGUAGE_MODEL);
  }
}
