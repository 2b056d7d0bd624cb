package io.lorecast.store.dynamodb;

import io.lorecast.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reading attributes of a row, which must be there. */
record Row(Map<String, AttributeValue> attributes) {

  /**
   * Returns what {@code decoder} makes of {@code attributes}.
   *
   * @throws StoreException if they are not what was written here
   */
  static <T> T decode(
      String what, Map<String, AttributeValue> attributes, Function<Row, T> decoder) {
    try {
      return decoder.apply(new Row(attributes));
    } catch (IllegalArgumentException e) {
      throw new StoreException("reading " + what + " in DynamoDB", e);
    }
  }

  String text(String name) {
    return present(name, attribute(name).s());
  }

  long integer(String name) {
    return Long.parseLong(present(name, attribute(name).n()));
  }

  double number(String name) {
    return Double.parseDouble(present(name, attribute(name).n()));
  }

  boolean flag(String name) {
    return present(name, attribute(name).bool());
  }

  byte[] bytes(String name) {
    return present(name, attribute(name).b()).asByteArray();
  }

  List<String> texts(String name) {
    return attribute(name).l().stream().map(AttributeValue::s).toList();
  }

  Map<String, AttributeValue> map(String name) {
    return attribute(name).m();
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  private AttributeValue attribute(String name) {
    return present(name, attributes.get(name));
  }

  private static <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("attribute " + name + " is missing or of another type");
    }
    return value;
  }
}
