package io.lorecast.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code io.lorecast.kg-updated.v1}: edges of the knowledge graph appear or go, entities get names,
 * turn out to be one or to be two. Sent by the owner of the graph, or by who reads texts for facts.
 *
 * @param changeId names the change; one that was applied is not applied again
 * @param added edges that appear
 * @param removed edges that go; their weight and times do not matter
 * @param entities what entities are called from now on
 * @param merged entities that turn out to be others
 * @param split entities that turn out to be two
 * @param provenance who says so, {@code graph} (its owner, also if absent) or {@code llm} (a
 *     language model, weights are its confidence); each can take back only their own edges
 */
public record KgUpdated(
    String changeId,
    @Nullable List<EdgeChange> added,
    @Nullable List<EdgeChange> removed,
    @Nullable List<EntityDescription> entities,
    @Nullable List<EntityMerge> merged,
    @Nullable List<EntitySplit> split,
    @Nullable String provenance) {

  /** Creates a change of the owner's edges alone. */
  public KgUpdated(
      String changeId, @Nullable List<EdgeChange> added, @Nullable List<EdgeChange> removed) {
    this(changeId, added, removed, null, null, null, null);
  }
}
