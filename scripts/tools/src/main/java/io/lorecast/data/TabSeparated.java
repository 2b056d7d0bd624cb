package io.lorecast.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tab-separated lines under a header that names the columns, in any order; columns it does not know
 * are left unread. There is no quoting and no escaping: a field is what stands between two tabs,
 * quotation marks included. That is why no CSV library reads it.
 *
 * @param required columns that must be there
 * @param optional columns that may be there
 * @param read makes the record of a row; throws {@link BadField} if it cannot
 */
record TabSeparated<T>(List<String> required, List<String> optional, Function<Row, T> read)
    implements DataFile.LineFormat<T> {

  @Override
  public LineParser<T> parser(NumberedLines lines) {
    // A file without any line has nothing to say, and says it well.
    Map<String, Integer> columns = lines.hasNext() ? columns(lines) : Map.of();
    int width = columns.size();
    return (number, text) -> {
      String[] fields = text.split("\t", -1);
      if (fields.length != width) {
        return new Line.Rejected<>(
            number, "line", "must have %d columns, had %d".formatted(width, fields.length));
      }
      try {
        return new Line.Accepted<>(number, read.apply(new Row(columns, fields)));
      } catch (BadField bad) {
        return new Line.Rejected<>(number, bad.field(), bad.problem());
      }
    };
  }

  private Map<String, Integer> columns(NumberedLines lines) {
    String header = lines.next().value();
    List<String> names = Arrays.asList(header.split("\t", -1));
    if (!names.containsAll(required)) {
      throw new DataException(
          "%s must start with a header of the tab-separated columns %s%s, was: %s"
              .formatted(
                  lines.file(),
                  String.join(" ", required),
                  optional.isEmpty() ? "" : " [" + String.join(" ", optional) + "]",
                  header.length() > 200 ? header.substring(0, 200) + " ..." : header));
    }
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (columns.put(names.get(i), i) != null) {
        throw new DataException(
            "%s names the column %s twice".formatted(lines.file(), names.get(i)));
      }
    }
    return columns;
  }

  /** One line, by column. */
  static final class Row {

    private final Map<String, Integer> columns;
    private final String[] fields;

    private Row(Map<String, Integer> columns, String[] fields) {
      this.columns = columns;
      this.fields = fields;
    }

    /** Returns a field that must not be empty. */
    String text(String column) {
      String text = optionalText(column);
      if (text == null) {
        throw new BadField(column, "must not be empty");
      }
      return text;
    }

    /** Returns a field, or null if it is empty or its column is absent. */
    @Nullable String optionalText(String column) {
      Integer index = columns.get(column);
      return index == null || fields[index].isEmpty() ? null : fields[index];
    }

    /** Returns a field that must be a number, or null if it is empty or its column is absent. */
    @Nullable Double optionalNumber(String column) {
      String text = optionalText(column);
      if (text == null) {
        return null;
      }
      try {
        double number = Double.parseDouble(text);
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Told below, as for NaN.
      }
      throw new BadField(column, "must be a number, was " + text);
    }
  }
}
