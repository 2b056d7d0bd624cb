package io.lorecast.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.lorecast.events.EdgeChange;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated lines under a header, each an edge by the texts of the mapping; fields may be
 * quoted, but not run over a line.
 *
 * @param columns what head, relation, tail and weight are made of
 */
record CsvEdges(GraphMapping.CsvColumns columns) implements DataFile.LineFormat<EdgeChange> {

  private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");
  private static final CsvMapper CSV = new CsvMapper();

  @Override
  public LineParser<EdgeChange> parser(NumberedLines lines) {
    if (!lines.hasNext()) {
      return (number, text) -> new Line.Rejected<>(number, "line", "has no header above it");
    }
    String header = lines.next().value();
    CsvSchema.Builder schema = CsvSchema.builder();
    for (String name : names(lines.file(), header)) {
      schema.addColumn(name.strip());
    }
    CsvSchema built = schema.build();
    requireColumns(lines.file(), built);
    ObjectReader reader = CSV.readerForMapOf(String.class).with(built);
    return (number, text) -> line(reader, number, text);
  }

  private static String[] names(String file, String header) {
    try (MappingIterator<String[]> rows =
        CSV.readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY).readValues(header)) {
      return rows.next();
    } catch (IOException e) {
      throw new DataException(file + " must start with a header of columns, was: " + header, e);
    }
  }

  private void requireColumns(String file, CsvSchema schema) {
    String all = columns.head() + columns.relation() + columns.tail() + columns.weight();
    Matcher matcher = COLUMN.matcher(all);
    while (matcher.find()) {
      if (schema.column(matcher.group(1)) == null) {
        throw new DataException(
            "%s has no column %s, which %s names"
                .formatted(file, matcher.group(1), GraphMapping.FILE));
      }
    }
  }

  private Line<EdgeChange> line(ObjectReader reader, long number, String text) {
    try {
      Map<String, String> row = reader.readValue(text);
      return new Line.Accepted<>(
          number,
          new EdgeChange(
              filled("head", columns.head(), row),
              filled("relation", columns.relation(), row),
              filled("tail", columns.tail(), row),
              weight(row)));
    } catch (JsonProcessingException e) {
      return new Line.Rejected<>(number, "line", "is not valid CSV: " + e.getOriginalMessage());
    } catch (BadField bad) {
      return new Line.Rejected<>(number, bad.field(), bad.problem());
    }
  }

  private @Nullable Double weight(Map<String, String> row) {
    if (columns.weight() == null) {
      return null;
    }
    String text = filled("weight", columns.weight(), row);
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw new BadField("weight", "must be a number, was " + text);
    }
  }

  private static String filled(String field, String template, Map<String, String> row) {
    return COLUMN
        .matcher(template)
        .replaceAll(
            match -> {
              String value = row.getOrDefault(match.group(1), "");
              if (value == null || value.isBlank()) {
                throw new BadField(
                    field, "needs the column " + match.group(1) + ", which is empty");
              }
              return Matcher.quoteReplacement(value.strip());
            });
  }
}
