package io.lorecast.events;

import java.util.List;

/**
 * {@code io.lorecast.graph-answer.v1}: a part of the knowledge graph, as it stood when it was read.
 * Sent by graph-query to who asked.
 *
 * @param queryId the query it answers
 * @param nodes every entity that {@code edges} speak of
 * @param edges what stands around the entity asked about, the nearest first, or what paths are made
 *     of
 * @param paths the shortest first, then the strongest; empty unless paths were asked for
 */
public record GraphAnswer(String queryId, List<Node> nodes, List<Edge> edges, List<Path> paths) {

  /**
   * An entity.
   *
   * @param entity its id, {@code type:name}
   * @param label what people call it
   * @param type what it is
   * @param degree how many edges it has, those not shown included
   */
  public record Node(String entity, String label, String type, long degree) {}

  /**
   * An edge.
   *
   * @param head the entity it starts at
   * @param relation its type
   * @param tail the entity it ends at
   * @param weight how much it says, above 0 and at most 1
   * @param provenance who says so: {@code graph}, {@code attributes} or {@code llm}
   */
  public record Edge(String head, String relation, String tail, double weight, String provenance) {}

  /**
   * A way through the graph.
   *
   * @param nodes in the order of the walk, one more than relations
   * @param relations of the edges walked, which may be against their direction
   * @param strength how much it says, above 0; comparable within one answer
   */
  public record Path(List<String> nodes, List<String> relations, double strength) {}
}
