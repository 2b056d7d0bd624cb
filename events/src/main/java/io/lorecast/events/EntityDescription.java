package io.lorecast.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entity of a {@link KgUpdated} is called from now on.
 *
 * @param entity {@code type:name}, which stays its id whatever it is called
 * @param label what people call it; the name in its id if absent
 * @param type what it is; the type in its id if absent
 * @param aliases what else it is called
 */
public record EntityDescription(
    String entity, @Nullable String label, @Nullable String type, @Nullable List<String> aliases) {}
