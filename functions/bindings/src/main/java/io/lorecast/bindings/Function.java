package io.lorecast.bindings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.RequestContextImpl;
import io.quarkus.funqy.runtime.bindings.knative.events.FunqyRequestImpl;
import io.quarkus.funqy.runtime.bindings.knative.events.FunqyResponseImpl;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One {@code @Funq} method and what configuration says about it.
 *
 * @param name its path
 * @param type the event type that triggers it
 * @param replyType the type of the events it answers with
 * @param replySource the source of the events it answers with
 * @param reader reads its input
 * @param invoker calls it
 */
record Function(
    String name,
    String type,
    String replyType,
    String replySource,
    ObjectReader reader,
    FunctionInvoker invoker) {

  /**
   * Returns {@code data} as the input of this function.
   *
   * @throws RefusedException if the schema allows it and the record does not
   */
  Object input(JsonNode data) {
    try {
      return reader.readValue(data);
    } catch (JsonMappingException mismatch) {
      String path =
          mismatch.getPath().stream()
              .map(step -> step.getFieldName() == null ? "[]" : "." + step.getFieldName())
              .collect(Collectors.joining());
      throw RefusedException.invalid("data" + path, "cannot be read as it stands");
    } catch (JsonProcessingException impossible) {
      throw RefusedException.invalid("data", "cannot be read as it stands");
    } catch (IOException impossible) {
      throw new IllegalStateException("reading a tree needs no input", impossible);
    }
  }

  /**
   * Calls the function on this thread; emits what it answers, which may be null.
   *
   * @param event what a parameter {@code @Context CloudEvent} gets; null when there was no event
   */
  Uni<?> call(Object input, @Nullable CloudEvent<?> event) {
    RequestContextImpl context = new RequestContextImpl();
    if (event != null) {
      context.setContextData(CloudEvent.class, event);
    }
    FunqyResponseImpl response = new FunqyResponseImpl();
    invoker.invoke(new FunqyRequestImpl(context, input), response);
    return response.getOutput();
  }
}
