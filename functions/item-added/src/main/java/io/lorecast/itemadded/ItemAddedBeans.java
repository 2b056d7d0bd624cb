package io.lorecast.itemadded;

import io.lorecast.encoding.ContentBlock;
import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.EncodedTexts;
import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.EncodersByLanguage;
import io.lorecast.encoding.ImageEncoder;
import io.lorecast.encoding.ItemEncoder;
import io.lorecast.encoding.TextViews;
import io.lorecast.encoding.View;
import io.lorecast.encoding.ViewEncoder;
import io.lorecast.store.EntityStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.VectorStores;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Makes the parts of the functions from their configuration. */
@Singleton
class ItemAddedBeans {

  private static final int MOST_WORKERS = 4;
  private static final Set<View> TEXTS = Set.of(View.NAME, View.DESCRIPTION, View.REVIEWS);

  private final ItemAddedConfig config;
  private final ExecutorService workers;

  ItemAddedBeans(ItemAddedConfig config) {
    this.config = config;
    int threads =
        config.workers().orElse(Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors()));
    // Bounded on both sides: encoding takes a core, and what waits is kept by the bus, not here.
    this.workers =
        new ThreadPoolExecutor(
            threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(config.queue()));
  }

  /** Each text model reads the items in its languages, the generative one all names. */
  @Produces
  @Singleton
  ItemEncoder itemEncoder(
      EncodersByLanguage texts,
      @Named("generative") Optional<Encoder> generative,
      Optional<ImageEncoder> images,
      ImageBeans imageBeans,
      VectorStores vectors) {
    List<ViewEncoder> encoders = new ArrayList<>();
    texts.all().stream()
        .sorted(Comparator.comparing(Encoder::version))
        .map(
            one ->
                new TextViews(
                    cached(one, vectors), TEXTS, item -> texts.of(item.language()).equals(one)))
        .forEach(encoders::add);
    generative
        .map(one -> new TextViews(cached(one, vectors), Set.of(View.NAME), item -> true))
        .ifPresent(encoders::add);
    images
        .map(
            one ->
                new ImageViews(
                    one,
                    imageBeans.videos(one),
                    imageBeans.sources(),
                    vectors.encoded(),
                    imageBeans.workers()))
        .ifPresent(encoders::add);
    return new ItemEncoder(encoders);
  }

  private EncodedTexts cached(Encoder encoder, VectorStores vectors) {
    return new EncodedTexts(encoder, vectors.encoded(), workers);
  }

  @Produces
  @Singleton
  ItemVectorWriter itemVectorWriter(ItemEncoder encoder, VectorStores vectors, ModelStore models) {
    return new ItemVectorWriter(own(encoder), encoder, vectors, models);
  }

  @Produces
  @Singleton
  QueryVectors queryVectors(EncodersByLanguage texts, ItemVectorWriter vectors, ModelStore models) {
    return new QueryVectors(texts, vectors.own(), models, workers);
  }

  @Produces
  @Singleton
  LabelVectorWriter labelVectorWriter(
      EncodersByLanguage texts,
      @Named("generative") Optional<Encoder> generative,
      EntityStore entities,
      VectorStores vectors) {
    List<EncodedTexts> encoders =
        Stream.concat(texts.all().stream(), generative.stream())
            .map(one -> cached(one, vectors))
            .toList();
    return new LabelVectorWriter(encoders, entities, vectors);
  }

  private ContentSpace own(ItemEncoder encoder) {
    return new ContentSpace(
        encoder.encoders().stream()
            .map(
                one ->
                    new ContentBlock(
                        one.version(), one.dimension(), weight(one), weights(one.views())))
            .toList());
  }

  private float weight(ViewEncoder encoder) {
    return encoder.views().contains(View.IMAGES)
        ? config.weights().images()
        : encoder.views().equals(TEXTS) ? 1 : config.weights().generative();
  }

  private Map<View, Float> weights(Set<View> views) {
    ItemAddedConfig.Weights weights = config.weights();
    Map<View, Float> all = new EnumMap<>(View.class);
    all.put(View.NAME, weights.name());
    all.put(View.DESCRIPTION, weights.description());
    all.put(View.REVIEWS, weights.reviews());
    all.put(View.IMAGES, 1f);
    all.keySet().retainAll(views);
    return all;
  }

  @Produces
  @Singleton
  ItemAddedMapper mapper(Clock clock) {
    return new ItemAddedMapper(clock);
  }

  @PreDestroy
  void stop() {
    workers.shutdown();
  }
}
