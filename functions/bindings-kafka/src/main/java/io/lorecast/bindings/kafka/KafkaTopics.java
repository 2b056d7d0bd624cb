package io.lorecast.bindings.kafka;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Names the topics that this process takes events from: the types that its functions handle, each
 * type being a topic. Whoever sets {@code mp.messaging.incoming.events.topics} wins.
 */
public final class KafkaTopics implements ConfigSourceFactory {

  private static final String TOPICS = "mp.messaging.incoming.events.topics";
  private static final String MAPPING = "quarkus.funqy.knative-events.mapping.";
  private static final int BELOW_APPLICATIONS = 50;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    TreeSet<String> types = new TreeSet<>();
    context
        .iterateNames()
        .forEachRemaining(
            name -> {
              ConfigValue value = isTrigger(name) ? context.getValue(name) : null;
              if (value != null && value.getValue() != null) {
                types.add(value.getValue());
              }
            });
    return types.isEmpty()
        ? List.of()
        : List.of(
            new PropertiesConfigSource(
                Map.of(TOPICS, String.join(",", types)),
                KafkaTopics.class.getName(),
                BELOW_APPLICATIONS));
  }

  private static boolean isTrigger(String name) {
    return name.startsWith(MAPPING) && name.endsWith(".trigger");
  }
}
