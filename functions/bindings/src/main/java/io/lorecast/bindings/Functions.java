package io.lorecast.bindings;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.events.EventTypes;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.funqy.runtime.bindings.knative.events.FunqyKnativeEventsConfig;
import io.quarkus.funqy.runtime.bindings.knative.events.FunqyKnativeEventsConfig.FunctionMapping;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of this process, as Funqy found them and as {@code
 * quarkus.funqy.knative-events.mapping} names their events.
 */
@Singleton
class Functions {

  private static final String MAPPING = "quarkus.funqy.knative-events.mapping.";

  private final Map<String, Function> byName = new HashMap<>();
  private final Map<String, List<Function>> byType = new HashMap<>();

  /**
   * Finds the functions.
   *
   * @throws IllegalStateException if one has no known event type
   */
  Functions(FunqyKnativeEventsConfig config, ObjectMapper json, EventSchemas schemas) {
    Collection<FunctionInvoker> found =
        FunctionRecorder.registry == null ? List.of() : FunctionRecorder.registry.invokers();
    for (FunctionInvoker invoker : found) {
      Function function = describe(invoker, config, json);
      schemas.prepare(function.type());
      byName.put(function.name(), function);
      byType.computeIfAbsent(function.type(), type -> new ArrayList<>()).add(function);
    }
    byType.values().forEach(some -> some.sort(Comparator.comparing(Function::name)));
  }

  /** Returns every function of this process. */
  Collection<Function> all() {
    return byName.values();
  }

  /**
   * Returns the functions that handle events of {@code type}, by name: where they are deployed one
   * by one there is at most one in a process.
   */
  List<Function> handling(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /** Returns the function called {@code name}. */
  Optional<Function> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Returns the function that is called at {@code path}, a slash and its name. */
  Optional<Function> at(String path) {
    return path.startsWith("/") ? named(path.substring(1)) : Optional.empty();
  }

  private static Function describe(
      FunctionInvoker invoker, FunqyKnativeEventsConfig config, ObjectMapper json) {
    String name = invoker.getName();
    Optional<FunctionMapping> mapping = Optional.ofNullable(config.mapping().get(name));
    String type = mapping.flatMap(FunctionMapping::trigger).orElse("");
    requireKnown(MAPPING + name + ".trigger", type);
    String replyType = mapping.flatMap(FunctionMapping::responseType).orElse("");
    if (invoker.hasOutput()) {
      requireKnown(MAPPING + name + ".response-type", replyType);
    }
    String source = mapping.flatMap(FunctionMapping::responseSource).orElse("/functions/" + name);
    return new Function(
        name, type, replyType, source, json.readerFor(json.constructType(input(invoker))), invoker);
  }

  private static void requireKnown(String property, String type) {
    if (!EventTypes.ALL.contains(type)) {
      throw new IllegalStateException(
          property
              + " must be one of "
              + EventTypes.ALL
              + ", was "
              + (type.isEmpty() ? "absent" : type));
    }
  }

  private static Type input(FunctionInvoker invoker) {
    Type type = invoker.getInputType();
    if (type == null || type.getTypeName().startsWith(CloudEvent.class.getName())) {
      throw new IllegalStateException(
          invoker.getName()
              + " must take the record of its event; the event is @Context CloudEvent");
    }
    return type;
  }
}
