package io.lorecast.itemadded;

import io.lorecast.encoding.ItemEncoder;
import io.lorecast.encoding.ItemVectors;
import io.lorecast.events.EncodeCatalogue;
import io.lorecast.events.ModelRefreshRequested;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.GroupCommit;
import io.lorecast.store.ItemStore;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Reads the whole catalogue, and what entities are called, again by the configured encoders, while
 * readers go on with what former ones made: encode-catalogue in, model-refresh out, which switches
 * readers to the new space.
 *
 * <p>What has been read by an encoder is not read again, so a request that broke off goes on where
 * it was when it is delivered again.
 */
@Singleton
public class EncodeCatalogueFunction {

  private static final Logger LOG = Logger.getLogger(EncodeCatalogueFunction.class);
  private static final int PAGE = 100;
  private static final int AT_ONCE = 4;

  private final ItemStore items;
  private final ItemEncoder encoder;
  private final ItemVectorWriter vectors;
  private final LabelVectorWriter labels;
  private final ChangeFeed changes;
  private final GroupCommit<EncodeCatalogue, ModelRefreshRequested> runs =
      new GroupCommit<>(
          Integer.MAX_VALUE,
          requests -> run().map(asked -> Collections.nCopies(requests.size(), asked)));

  EncodeCatalogueFunction(
      ItemStore items,
      ItemEncoder encoder,
      ItemVectorWriter vectors,
      LabelVectorWriter labels,
      ChangeFeed changes) {
    this.items = items;
    this.encoder = encoder;
    this.vectors = vectors;
    this.labels = labels;
    this.changes = changes;
  }

  /** Encodes what lacks vectors, then asks for the switch; requests at one time share a run. */
  @Funq("encode-catalogue")
  public Uni<ModelRefreshRequested> onEncodeCatalogue(EncodeCatalogue request) {
    return runs.submit(request);
  }

  private Uni<ModelRefreshRequested> run() {
    AtomicLong done = new AtomicLong();
    return items
        .all()
        .group()
        .intoLists()
        .of(PAGE)
        .onItem()
        .transformToUniAndConcatenate(
            page -> encode(page).invoke(() -> report(done.addAndGet(page.size()))))
        .collect()
        .last()
        .chain(labels::saveAll)
        .map(
            ignored ->
                new ModelRefreshRequested(
                    "space-" + vectors.own().id(), null, vectors.own().text()));
  }

  private static void report(long done) {
    LOG.infof("encode-catalogue: %d items have vectors of the configured encoders", done);
  }

  private Uni<Void> encode(List<Item> page) {
    return vectors
        .withoutViews(page.stream().map(Item::id).toList())
        .chain(
            lacking ->
                Multi.createFrom()
                    .iterable(page)
                    .select()
                    .where(item -> lacking.contains(item.id()))
                    .onItem()
                    .transformToUni(this::encode)
                    .merge(AT_ONCE)
                    .collect()
                    .last()
                    .replaceWithVoid());
  }

  private Uni<Void> encode(Item item) {
    return encoder
        .encode(item)
        .onFailure(failure -> !item.images().isEmpty())
        .recoverWithUni(failure -> withoutImages(item, failure))
        .call(encoded -> vectors.saveViews(item.id(), encoded))
        .call(encoded -> saveAttributes(item, encoded.attributes()))
        .chain(() -> unlessNewer(item));
  }

  /** One image that cannot be read must not keep the catalogue from its new encoders. */
  private Uni<ItemVectors> withoutImages(Item item, Throwable failure) {
    LOG.warnf("item %s is read without its images: %s", item.id(), failure.getMessage());
    return encoder.encode(item.withImages(List.of()));
  }

  private Uni<Void> saveAttributes(Item item, Map<String, List<String>> seen) {
    return seen.isEmpty()
        ? Uni.createFrom().voidItem()
        : items.save(item.withAttributes(seen)).chain(() -> changes.announce(List.of(item.id())));
  }

  /** Another version that came meanwhile may have lost its vectors to this one: again, then. */
  private Uni<Void> unlessNewer(Item item) {
    ItemId id = item.id();
    return items
        .find(id)
        .chain(
            stored ->
                stored.isEmpty()
                    ? vectors.remove(id)
                    : stored.get().version() == item.version()
                        ? Uni.createFrom().voidItem()
                        : encode(stored.get()));
  }
}
