package io.lorecast.data;

import io.lorecast.events.EntityDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;

/**
 * What an RDF file calls its resources, a description for each that has a name. The label is the
 * first that is English or in no language, else the first in any other; {@code skos:altLabel}s that
 * are English or in no language are aliases. Names may stand anywhere in the file, so all are held
 * in memory. Left out are items, which have names of their own, and blank nodes, whose ids last for
 * one reading only; so are statements that cannot be read, which those who read the edges tell of.
 *
 * @param turtle whether it is Turtle, else N-Triples
 * @param edges which entities resources are
 */
record RdfLabels(boolean turtle, RdfEdges edges) implements DataFile.Format<EntityDescription> {

  /** As many as an event may hold. */
  private static final int MOST_ALIASES = 50;

  @Override
  public Stream<Line<EntityDescription>> lines(NumberedLines lines) {
    Map<IRI, Names> names = new LinkedHashMap<>();
    new RdfLines<>(turtle, RdfLabels::name)
        .lines(lines)
        .forEach(
            line -> {
              if (line instanceof Line.Accepted<Name> accepted) {
                Name name = accepted.value();
                names
                    .computeIfAbsent(name.subject(), subject -> new Names(accepted.number()))
                    .add(name);
              }
            });
    List<Line<EntityDescription>> described = new ArrayList<>();
    names.forEach((subject, named) -> described(subject, named).ifPresent(described::add));
    return described.stream();
  }

  @Override
  public long count(NumberedLines lines) {
    return lines(lines).count();
  }

  private Optional<Line<EntityDescription>> described(IRI subject, Names names) {
    try {
      String entity = edges.id("subject", subject);
      return RdfEdges.isItem(entity)
          ? Optional.empty()
          : Optional.of(new Line.Accepted<>(names.line, names.description(entity)));
    } catch (BadField bad) {
      return Optional.of(new Line.Rejected<>(names.line, bad.field(), bad.problem()));
    }
  }

  /**
   * One thing that a resource is called.
   *
   * @param rank how far down it stands among labels, from 0; negative for an alias
   */
  private record Name(IRI subject, String text, int rank) {}

  private static Optional<Name> name(Statement statement) {
    if (!(statement.getSubject() instanceof IRI subject)
        || !(statement.getObject() instanceof Literal literal)
        || literal.getLabel().isBlank()) {
      return Optional.empty();
    }
    String text = literal.getLabel().strip();
    boolean preferred = literal.getLanguage().map(RdfLabels::isEnglish).orElse(true);
    if (statement.getPredicate().equals(SKOS.ALT_LABEL)) {
      return preferred ? Optional.of(new Name(subject, text, -1)) : Optional.empty();
    }
    int kind = RdfEdges.LABELS.indexOf(statement.getPredicate());
    return kind < 0
        ? Optional.empty()
        : Optional.of(new Name(subject, text, preferred ? kind : kind + RdfEdges.LABELS.size()));
  }

  private static boolean isEnglish(String tag) {
    return Locale.forLanguageTag(tag).getLanguage().equals("en");
  }

  /** All that one resource is called. */
  private static final class Names {

    private final long line;
    private final Set<String> aliases = new LinkedHashSet<>();
    private @Nullable Name label;

    /** Creates none, of a resource that is first named in {@code line}. */
    Names(long line) {
      this.line = line;
    }

    void add(Name name) {
      if (name.rank() < 0) {
        aliases.add(name.text());
      } else if (label == null || name.rank() < label.rank()) {
        label = name;
      }
    }

    EntityDescription description(String entity) {
      List<String> first = aliases.stream().limit(MOST_ALIASES).toList();
      return new EntityDescription(
          entity, label == null ? null : label.text(), null, first.isEmpty() ? null : first);
    }
  }
}
