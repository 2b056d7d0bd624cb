package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.store.EdgeKey;
import io.lorecast.store.codec.EdgeCodec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Edges as rows around one of their ends, the partition: a row each, sorted as {@link
 * EdgeKey#around}, and after all of them the node's page, which holds many.
 */
final class EdgeRows {

  static final String VERSION = "version";

  /** Comes after the sort key of every edge, which begins with its direction: i or o. */
  static final AttributeValue PAGE = fromS("page");

  private static final String EDGE = "edge";
  private static final String EDGES = "edges";
  private static final String OVERFLOWS = "overflows";
  private static final String LINE = "\n"; // a member has no control character but tabs

  private final DynamoKeys keys;

  EdgeRows(DynamoKeys keys) {
    this.keys = keys;
  }

  /** Returns the end that {@code edge} is kept with: the item among them, else the head. */
  static EntityId home(EdgeKey edge) {
    return !edge.head().isItem() && edge.tail().isItem() ? edge.tail() : edge.head();
  }

  /** Returns the end that {@code edge} is not kept with. */
  static EntityId away(EdgeKey edge) {
    return home(edge).equals(edge.head()) ? edge.tail() : edge.head();
  }

  Map<String, AttributeValue> key(EdgeKey edge, EntityId end) {
    return Map.of(
        DynamoKeys.PARTITION,
        partition(end),
        DynamoKeys.SORT,
        DynamoKeys.sort(EdgeCodec.start(edge, end)));
  }

  AttributeValue partition(EntityId end) {
    return keys.partition(end.value());
  }

  /** Returns the order of the rows around {@code end}, which is that of the bytes of their keys. */
  static Comparator<Edge> order(EntityId end) {
    return Comparator.comparing(edge -> bytes(EdgeKey.of(edge), end), Arrays::compareUnsigned);
  }

  private static byte[] bytes(EdgeKey edge, EntityId end) {
    return DynamoKeys.sort(EdgeCodec.start(edge, end)).s().getBytes(StandardCharsets.UTF_8);
  }

  Map<String, AttributeValue> row(Edge edge, EntityId end) {
    Map<String, AttributeValue> row = new HashMap<>(key(EdgeKey.of(edge), end));
    row.put(EDGE, fromS(EdgeCodec.encode(edge, end)));
    return row;
  }

  Map<String, AttributeValue> pageKey(EntityId node) {
    return Map.of(DynamoKeys.PARTITION, partition(node), DynamoKeys.SORT, PAGE);
  }

  Map<String, AttributeValue> row(EdgePage page) {
    Map<String, AttributeValue> row = new HashMap<>(pageKey(page.node()));
    row.put(VERSION, fromN(Long.toString(page.version())));
    row.put(OVERFLOWS, fromBool(page.overflows()));
    row.put(
        EDGES,
        fromS(
            page.edges().values().stream()
                .map(edge -> EdgeCodec.encode(edge, page.node()))
                .collect(Collectors.joining(LINE))));
    return row;
  }

  EdgePage page(Map<String, AttributeValue> attributes) {
    return Row.decode(
        "a page of edges",
        attributes,
        row ->
            EdgePage.of(
                node(row), row.integer(VERSION), row.flag(OVERFLOWS), listed(row).toList()));
  }

  /** Returns the edges of {@code page} that come after {@code last} in the order of rows. */
  List<Edge> after(EdgePage page, Optional<EdgeKey> last) {
    EntityId node = page.node();
    return page.edges().values().stream()
        .filter(
            edge ->
                last.isEmpty()
                    || Arrays.compareUnsigned(
                            bytes(EdgeKey.of(edge), node), bytes(last.get(), node))
                        > 0)
        .toList();
  }

  /** Returns the edges of a row, whether it is one of an edge or a page. */
  List<Edge> edges(Map<String, AttributeValue> attributes) {
    return Row.decode("edges", attributes, row -> (isPage(row) ? listed(row) : one(row)).toList());
  }

  private static boolean isPage(Row row) {
    return row.text(DynamoKeys.SORT).equals(PAGE.s());
  }

  private Stream<Edge> listed(Row row) {
    EntityId node = node(row);
    return row.text(EDGES).lines().map(member -> EdgeCodec.decode(node, member));
  }

  private Stream<Edge> one(Row row) {
    return Stream.of(EdgeCodec.decode(node(row), row.text(EDGE)));
  }

  /** Returns the version of the page whose key and version {@code attributes} are. */
  static long version(Map<String, AttributeValue> attributes) {
    return Row.decode("a version of edges", attributes, row -> row.integer(VERSION));
  }

  /** Returns the node around which the row stands whose key {@code attributes} have. */
  EntityId node(Map<String, AttributeValue> attributes) {
    return Row.decode("edges", attributes, this::node);
  }

  private EntityId node(Row row) {
    return new EntityId(row.text(DynamoKeys.PARTITION).substring(keys.prefix().length()));
  }
}
