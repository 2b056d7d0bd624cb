package io.lorecast.learning;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a {@link FittedModel} lies in bytes: a header (magic, version, K), then its parts in order.
 */
final class FittedModelCodec {

  /** "LCFM" read as a little-endian integer. */
  private static final int MAGIC = 0x4d46434c;

  private static final int VERSION = 3;

  private FittedModelCodec() {}

  static byte[] toBytes(FittedModel model) {
    ModelWriter out = new ModelWriter().integer(MAGIC).integer(VERSION).integer(Features.K);
    out.text(model.space().text());
    model.content().write(out);
    EntityVocabulary vocabulary = model.vocabulary();
    out.integer(vocabulary.entities().size());
    vocabulary.entities().forEach(entity -> out.text(entity.value()));
    out.floats(vocabulary.weights()).integer(model.entitiesAnItem());
    out.floats(model.graph().matrix()).floats(model.graph().centre());
    writeFactors(model.factors(), out);
    FactorMap map = model.map();
    out.integer(map.matrix().length / Features.K).number(map.entityScale()).floats(map.matrix());
    return out.floats(model.z()).toBytes();
  }

  private static void writeFactors(ItemFactors factors, ModelWriter out) {
    out.integer(factors.positions().size());
    factors.positions().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(entry -> out.text(entry.getKey().value()));
    out.floats(factors.values()).floats(factors.own());
  }

  static boolean isOfAnotherVersion(byte[] bytes) {
    ModelReader in = new ModelReader(bytes);
    return in.integer() == MAGIC && in.integer() != VERSION;
  }

  static FittedModel fromBytes(byte[] bytes) {
    ModelReader in = new ModelReader(bytes);
    if (in.integer() != MAGIC) {
      throw new IllegalArgumentException("these bytes are no model");
    }
    requireEqual("version", VERSION, in.integer());
    requireEqual("factors", Features.K, in.integer());
    ContentSpace space = ContentSpace.parse(in.text());
    ContentProjection content = ContentProjection.read(in, ContentBlocks.of(space), Features.K);
    EntityVocabulary vocabulary = readVocabulary(in);
    int entitiesAnItem = in.count();
    float[] matrix = in.floats((long) vocabulary.entities().size() * Features.K);
    GraphProjection graph =
        new GraphProjection(vocabulary.weights(), matrix, in.floats(Features.K));
    ItemFactors factors = readFactors(in);
    int rows = in.count();
    float scale = in.number();
    FactorMap map = new FactorMap(in.floats((long) rows * Features.K), scale);
    float[] z = in.floats((long) Features.K * Features.K);
    in.end();
    return new FittedModel(space, content, vocabulary, entitiesAnItem, graph, factors, map, z);
  }

  private static EntityVocabulary readVocabulary(ModelReader in) {
    int size = in.count();
    List<EntityId> entities = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      entities.add(new EntityId(in.text()));
    }
    return new EntityVocabulary(List.copyOf(entities), in.floats(size));
  }

  private static ItemFactors readFactors(ModelReader in) {
    int size = in.count();
    List<ItemId> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(new ItemId(in.text()));
    }
    return ItemFactors.of(items, in.floats((long) size * Features.K), in.floats(size));
  }

  private static void requireEqual(String what, int expected, int came) {
    if (expected != came) {
      throw new IllegalArgumentException(
          "model " + what + " must be " + expected + ", was " + came);
    }
  }
}
