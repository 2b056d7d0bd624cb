package io.lorecast.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line.
 *
 * @param <J> what an object is bound to
 * @param <T> the record made of it
 */
final class JsonLines<J, T> implements DataFile.LineFormat<T> {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final ObjectReader reader;
  private final Function<J, T> read;

  /**
   * Creates a format.
   *
   * @param ignoreUnknown whether fields that {@code type} does not have are left unread rather than
   *     refused
   * @param read makes the record; throws {@link BadField} if it cannot
   */
  JsonLines(Class<J> type, boolean ignoreUnknown, Function<J, T> read) {
    ObjectReader strict = STRICT.readerFor(type);
    this.reader =
        ignoreUnknown ? strict.without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) : strict;
    this.read = read;
  }

  @Override
  public LineParser<T> parser(NumberedLines lines) {
    return this::parse;
  }

  private Line<T> parse(long number, String text) {
    try {
      @Nullable J object = reader.readValue(text);
      return object == null
          ? new Line.Rejected<>(number, "line", "must be a JSON object, was null")
          : new Line.Accepted<>(number, read.apply(object));
    } catch (UnrecognizedPropertyException e) {
      return new Line.Rejected<>(number, fieldOf(e), "is no field of this file");
    } catch (JsonMappingException e) {
      return new Line.Rejected<>(number, fieldOf(e), e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      return new Line.Rejected<>(number, "line", "is not valid JSON: " + e.getOriginalMessage());
    } catch (BadField bad) {
      return new Line.Rejected<>(number, bad.field(), bad.problem());
    }
  }

  private static String fieldOf(JsonMappingException problem) {
    String path =
        problem.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(name -> name != null)
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "line" : path;
  }
}
