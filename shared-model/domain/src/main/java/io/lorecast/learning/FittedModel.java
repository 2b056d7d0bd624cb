package io.lorecast.learning;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.View;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;

/**
 * The batch part of what is learned: projections of content and graph, the items' batch factors,
 * the map from knowledge to factors, and Z for the fold-in. Turns an item into its features at
 * once, also one that it has never seen. Immutable; safe to share.
 */
public final class FittedModel {

  private static final long UNFITTED_SEED = 20_260_101;

  private final ContentSpace space;
  private final ContentProjection content;
  private final EntityVocabulary vocabulary;
  private final Map<EntityId, Integer> entities;
  private final int entitiesAnItem;
  private final GraphProjection graph;
  private final ItemFactors factors;
  private final FactorMap map;
  private final float[] z;

  FittedModel(
      ContentSpace space,
      ContentProjection content,
      EntityVocabulary vocabulary,
      int entitiesAnItem,
      GraphProjection graph,
      ItemFactors factors,
      FactorMap map,
      float[] z) {
    this.space = space;
    this.content = content;
    this.vocabulary = vocabulary;
    this.entities = vocabulary.positions();
    this.entitiesAnItem = entitiesAnItem;
    this.graph = graph;
    this.factors = factors;
    this.map = map;
    this.z = z;
  }

  /**
   * Returns the model before any fit: seeded random orthonormal directions for content, the same
   * for everybody, entities by hash, no factors. So the first items have features at once.
   *
   * @param space what contents are made of
   */
  public static FittedModel unfitted(ContentSpace space) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(UNFITTED_SEED);
    return new FittedModel(
        space,
        ContentProjection.random(ContentBlocks.of(space), Features.K, random),
        new EntityVocabulary(List.of(), new float[0]),
        FitSettings.defaults().entitiesAnItem(),
        new GraphProjection(new float[0], new float[0], new float[Features.K]),
        new ItemFactors(Map.of(), new float[0], new float[0]),
        new FactorMap(new float[0], 0),
        new float[Features.K * Features.K]);
  }

  /** Returns what the content vectors that this model reads are made of. */
  public ContentSpace space() {
    return space;
  }

  /** Returns whether this is the model before any fit. */
  public boolean isUnfitted() {
    return vocabulary.entities().isEmpty() && factors.positions().isEmpty();
  }

  /** Returns Z = (a0 Q^T Q + lambda I)^-1, shape [K, K], for {@link FoldIn}; a copy. */
  public float[] z() {
    return z.clone();
  }

  /**
   * Returns what the parts of the content feature are to be multiplied by, shape [K], so that
   * cosines are again about those of what the encoders say: principal components of as much weight
   * as they have.
   */
  public float[] contentUnscaling() {
    return content.unscaling();
  }

  /** Returns how many entities have a graph feature. */
  public int entityCount() {
    return vocabulary.entities().size();
  }

  /** Returns how many items have batch factors. */
  public int itemCount() {
    return factors.positions().size();
  }

  /**
   * Sets {@code target[offset..]}, {@link Features#SIZE} values, to the features of an item.
   *
   * @param raw its content in this model's {@link #space}; absent, or of another dimension (which
   *     is of another space): the content part is zeros
   * @param joined the entities that the item is joined to
   */
  public void features(
      ItemId id, Optional<Embedding> raw, Collection<EntityId> joined, float[] target, int offset) {
    int x = offset + Features.CONTENT;
    java.util.Arrays.fill(target, offset, offset + Features.SIZE, 0);
    raw.filter(vector -> vector.dimension() == content.dimension())
        .ifPresent(vector -> content.project(vector, target, x));
    if (isUnfitted()) {
      HashedEntities.project(joined, target, offset + Features.KNOWLEDGE);
      return;
    }
    int[] known = EntityVocabulary.find(entities, joined, entitiesAnItem);
    graph.project(known, target, offset + Features.KNOWLEDGE);
    float own = factors.addTo(id, target, offset + Features.BEHAVIOUR);
    int mapped = offset + (own > 0 ? Features.BEHAVIOUR : Features.MAPPED);
    map.addTo(target, mapped, 1 - own, target, x, known, Features.K);
  }

  /**
   * Returns the items whose batch factors are surest, for a fit of the fusion.
   *
   * @param most at most how many
   */
  public List<ItemId> surest(int most) {
    return factors.positions().entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<ItemId, Integer> entry) -> -factors.own()[entry.getValue()])
                .thenComparing(entry -> entry.getKey().value()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Returns what people say of {@code item} beside what its views say.
   *
   * @throws IllegalArgumentException if the item has no batch factors
   */
  public FusionExample example(ItemId item, Map<String, Map<View, Embedding>> views) {
    Integer position = factors.positions().get(item);
    if (position == null) {
      throw new IllegalArgumentException("item must have been liked, was " + item);
    }
    double[] q = new double[Features.K];
    for (int d = 0; d < q.length; d++) {
      q[d] = factors.values()[position * Features.K + d];
    }
    return new FusionExample(item, views, q, factors.own()[position]);
  }

  /** Returns this model as bytes: little-endian, with a version, see {@link #fromBytes}. */
  public byte[] toBytes() {
    return FittedModelCodec.toBytes(this);
  }

  /**
   * Returns the model that {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if the bytes are no model of a version this code can read
   */
  public static FittedModel fromBytes(byte[] bytes) {
    return FittedModelCodec.fromBytes(bytes);
  }

  /** Returns whether an earlier or later version of this code wrote these bytes, in its format. */
  public static boolean isOfAnotherVersion(byte[] bytes) {
    return FittedModelCodec.isOfAnotherVersion(bytes);
  }

  ContentProjection content() {
    return content;
  }

  EntityVocabulary vocabulary() {
    return vocabulary;
  }

  int entitiesAnItem() {
    return entitiesAnItem;
  }

  GraphProjection graph() {
    return graph;
  }

  ItemFactors factors() {
    return factors;
  }

  FactorMap map() {
    return map;
  }
}
