package io.lorecast.itemadded;

import io.lorecast.encoding.EncodedImage;
import io.lorecast.encoding.EncodedViews;
import io.lorecast.encoding.ImageEncoder;
import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageSafety;
import io.lorecast.encoding.ImageSource;
import io.lorecast.encoding.View;
import io.lorecast.encoding.ViewEncoder;
import io.lorecast.encoding.image.VideoEncoder;
import io.lorecast.hash.Sha256;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.Item;
import io.lorecast.store.StoreException;
import io.lorecast.store.VectorStore;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * Encodes an item's images and videos, and says how safe they are. Each file is encoded once: what
 * was encoded before is read from the cache under the hash of its bytes, features and scores one
 * after the other.
 *
 * <p>What stands in the event itself and cannot be read is the sender's mistake and refused; what
 * the item only points at is left out, with a line in the log, and the item lives by its texts.
 * What cannot be reached now fails, to be delivered again.
 */
final class ImageViews implements ViewEncoder {

  private static final Logger LOG = Logger.getLogger(ImageViews.class);
  private static final String IN_THE_EVENT = "data:";

  private final ImageEncoder images;
  private final VideoEncoder videos;
  private final ImageSource source;
  private final VectorStore<String> cache;
  private final Executor workers;

  ImageViews(
      ImageEncoder images,
      VideoEncoder videos,
      ImageSource source,
      VectorStore<String> cache,
      Executor workers) {
    this.images = images;
    this.videos = videos;
    this.source = source;
    this.cache = cache;
    this.workers = workers;
  }

  @Override
  public String version() {
    return images.version();
  }

  @Override
  public int dimension() {
    return images.dimension();
  }

  @Override
  public Set<View> views() {
    return Set.of(View.IMAGES);
  }

  @Override
  public Uni<EncodedViews> encode(Item item) {
    return Multi.createFrom()
        .range(0, item.images().size())
        .onItem()
        .transformToUniAndConcatenate(i -> encode(item, i))
        .select()
        .where(Optional::isPresent)
        .map(Optional::get)
        .collect()
        .asList()
        .map(ImageViews::pooled);
  }

  private static EncodedViews pooled(List<EncodedImage> read) {
    if (read.isEmpty()) {
      return EncodedViews.NONE;
    }
    EncodedImage all = EncodedImage.pool(read);
    Map<String, List<String>> attributes =
        ImageSafety.level(all.scores())
            .map(level -> Map.of(ImageSafety.ATTRIBUTE, List.of(level)))
            .orElse(Map.of());
    return new EncodedViews(Map.of(View.IMAGES, all.features()), attributes);
  }

  /** Emits what image {@code i} of {@code item} shows, or empty if it is left out. */
  private Uni<Optional<EncodedImage>> encode(Item item, int i) {
    String location = item.images().get(i);
    return Uni.createFrom()
        .item(() -> read(location))
        .runSubscriptionOn(workers)
        .map(Optional::of)
        .onFailure(ImageException.class)
        .recoverWithUni(
            failure -> without((ImageException) failure, item, "images[" + i + "]", location));
  }

  private static Uni<Optional<EncodedImage>> without(
      ImageException failure, Item item, String field, String location) {
    if (failure.isTransient()) {
      return Uni.createFrom()
          .failure(new StoreException("reading " + field + " of item " + item.id(), failure));
    }
    if (location.startsWith(IN_THE_EVENT)) {
      return Uni.createFrom()
          .failure(new InvalidEventException(field, "must be readable: " + failure.getMessage()));
    }
    LOG.warnf("item %s goes without %s: %s", item.id(), field, failure.getMessage());
    return Uni.createFrom().item(Optional.empty());
  }

  /** Blocking, from the first byte to the last, so that waiting images hold no memory. */
  private EncodedImage read(String location) {
    byte[] file = source.read(location);
    String key = images.version() + ":" + Sha256.hex(file, Sha256.BYTES);
    Optional<Embedding> known = cache.find(key).await().indefinitely();
    if (known.isPresent()) {
      return unpacked(known.get());
    }
    EncodedImage encoded = videos.encode(file);
    cache.save(key, packed(encoded)).await().indefinitely();
    return encoded;
  }

  private Embedding packed(EncodedImage image) {
    float[] values = new float[images.dimension() + images.labels().size()];
    System.arraycopy(image.features().toArray(), 0, values, 0, images.dimension());
    for (int i = 0; i < images.labels().size(); i++) {
      values[images.dimension() + i] = image.scores().getOrDefault(images.labels().get(i), 0f);
    }
    return Embedding.of(values);
  }

  private EncodedImage unpacked(Embedding values) {
    float[] features = java.util.Arrays.copyOf(values.toArray(), images.dimension());
    Map<String, Float> scores = new LinkedHashMap<>();
    for (int i = 0; i < images.labels().size(); i++) {
      scores.put(images.labels().get(i), values.get(images.dimension() + i));
    }
    return new EncodedImage(Embedding.of(features), scores);
  }
}
