package io.lorecast.data;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.ntriples.NTriplesParser;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;

/**
 * RDF, read by Eclipse RDF4J. N-Triples has a statement a line, so a bad line spoils no other;
 * Turtle is read as a whole and held in memory, and ends where its grammar does.
 *
 * @param turtle whether it is Turtle, else N-Triples
 * @param taken what becomes of a statement, or empty if nothing does; throws {@link BadField} if it
 *     cannot
 */
record RdfLines<T>(boolean turtle, Function<Statement, Optional<T>> taken)
    implements DataFile.Format<T> {

  /** IRIs in files are absolute; one that is not is told by this. */
  private static final String BASE = "urn:relative:";

  @Override
  public Stream<Line<T>> lines(NumberedLines lines) {
    return turtle ? turtle(lines) : nTriples(lines);
  }

  @Override
  public long count(NumberedLines lines) {
    return lines(lines).count();
  }

  private Stream<Line<T>> nTriples(NumberedLines lines) {
    RDFParser parser = keepingBlankNodes(new NTriplesParser());
    return lines.stream().flatMap(text -> nTriples(parser, text));
  }

  private Stream<Line<T>> nTriples(RDFParser parser, NumberedLines.Text text) {
    List<Line<T>> read = new ArrayList<>();
    parse(parser, new StringReader(text.value()), statement -> add(read, text.number(), statement))
        .ifPresent(bad -> read.add(new Line.Rejected<>(text.number(), "line", problem(bad))));
    return read.stream();
  }

  private Stream<Line<T>> turtle(NumberedLines lines) {
    List<Line<T>> read = new ArrayList<>();
    RDFParser parser = keepingBlankNodes(new TurtleParser(new BlankNodes()));
    long[] at = {0};
    parser.setParseLocationListener((line, column) -> at[0] = Math.max(at[0], line));
    parse(parser, lines.reader(), statement -> add(read, at[0], statement))
        .ifPresent(
            bad ->
                read.add(
                    new Line.Rejected<>(
                        Math.max(at[0], bad.getLineNumber()),
                        "line",
                        problem(bad) + "; what follows is not read")));
    return read.stream();
  }

  private void add(List<Line<T>> read, long number, Statement statement) {
    try {
      taken.apply(statement).ifPresent(value -> read.add(new Line.Accepted<>(number, value)));
    } catch (BadField bad) {
      read.add(new Line.Rejected<>(number, bad.field(), bad.problem()));
    }
  }

  /** Else each reading, and in N-Triples each line, would have blank nodes of its own. */
  private static RDFParser keepingBlankNodes(RDFParser parser) {
    return parser.set(BasicParserSettings.PRESERVE_BNODE_IDS, true);
  }

  /** Passes every statement on that can be read; returns what ended the reading early. */
  private static Optional<RDFParseException> parse(
      RDFParser parser, Reader text, Consumer<Statement> statements) {
    parser.setRDFHandler(
        new AbstractRDFHandler() {
          @Override
          public void handleStatement(Statement statement) {
            statements.accept(statement);
          }
        });
    try {
      parser.parse(text, BASE);
      return Optional.empty();
    } catch (RDFParseException bad) {
      return Optional.of(bad);
    } catch (IOException e) {
      throw new DataException("Cannot read RDF: " + e.getMessage(), e);
    }
  }

  private static String problem(RDFParseException bad) {
    return "is not valid RDF: " + bad.getMessage();
  }
}
