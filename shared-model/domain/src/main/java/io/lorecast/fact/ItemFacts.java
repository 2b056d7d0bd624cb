package io.lorecast.fact;

import io.lorecast.hash.Sha256;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What has been said of an item by a language model, and what that took back.
 *
 * @param revision grows by one with each change; 0 before the first
 * @param text a hash of the text the facts are of; empty if there is none
 * @param edges what stands
 * @param withdrawn what stood before and does not now, the latest first
 */
public record ItemFacts(
    ItemId item, long revision, String text, List<Edge> edges, List<Edge> withdrawn) {

  /**
   * At most how many withdrawn edges are remembered. They are all taken back with each change, so
   * that one whose event was lost, or overtaken by its successor's, is mended by the next.
   */
  private static final int REMEMBERED = 200;

  private static final int ID_BYTES = 16;

  public ItemFacts {
    edges = List.copyOf(edges);
    withdrawn = List.copyOf(withdrawn);
  }

  /** Returns that nothing was ever said of {@code item}. */
  public static ItemFacts none(ItemId item) {
    return new ItemFacts(item, 0, "", List.of(), List.of());
  }

  /** Returns these facts replaced by {@code next}, of {@code text}; themselves if that is equal. */
  public ItemFacts replaced(String text, List<Edge> next) {
    if (next.equals(edges) && text.equals(this.text)) {
      return this;
    }
    Map<String, Edge> gone = new LinkedHashMap<>();
    Stream.of(edges, withdrawn)
        .flatMap(List::stream)
        .forEach(edge -> gone.putIfAbsent(name(edge), edge));
    next.forEach(edge -> gone.remove(name(edge)));
    return new ItemFacts(
        item, revision + 1, text, next, gone.values().stream().limit(REMEMBERED).toList());
  }

  /** Returns whether these facts change nothing in any graph. */
  public boolean isSilent() {
    return edges.isEmpty() && withdrawn.isEmpty();
  }

  /**
   * Returns the name of the change that makes the graph say this: a hash of all of it, so that
   * telling it again changes nothing. The revision is part of it, since facts that were withdrawn
   * may come back.
   */
  public String changeId() {
    MessageDigest digest = Sha256.digest();
    Stream.of(
            Stream.of(EntityId.of(item).value(), Long.toString(revision), text),
            edges.stream().map(edge -> name(edge) + '\t' + edge.weight()),
            Stream.of(""),
            withdrawn.stream().map(ItemFacts::name))
        .flatMap(parts -> parts)
        .forEach(part -> digest.update((part + '\n').getBytes(StandardCharsets.UTF_8)));
    return "llm-" + HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
  }

  /** Neither part has control characters, so they cannot run into each other. */
  private static String name(Edge edge) {
    return edge.relation() + '\t' + edge.tail().value();
  }
}
