package io.lorecast.data;

import io.lorecast.events.EdgeChange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.model.vocabulary.SKOS;

/**
 * What becomes of RDF statements. One between two resources is an edge; one whose object is a
 * literal is none, but a label may say which item a resource is, or what it is called ({@link
 * RdfLabels}). The id of a resource is the type that its prefix has in the mapping and the rest of
 * its IRI, or {@code iri:} and all of it; the relation is the predicate's in the mapping, or what
 * stands after its last slash or number sign.
 */
final class RdfEdges {

  /** In the order in which one of them is believed. */
  static final List<IRI> LABELS = List.of(RDFS.LABEL, SKOS.PREF_LABEL, FOAF.NAME);

  private static final String ITEM = "item";
  private static final int LONGEST = 200;

  private final GraphMapping mapping;
  private final ItemLinks links;
  private final Map<String, String> items = new HashMap<>();

  RdfEdges(GraphMapping mapping, ItemLinks links) {
    this.mapping = mapping;
    this.links = links;
  }

  /**
   * Learns from a label which item a resource is; to be told all before the first edge is asked.
   */
  void learn(Statement statement) {
    if (mapping.linksByLabel()
        && LABELS.contains(statement.getPredicate())
        && statement.getObject() instanceof Literal label) {
      String subject = statement.getSubject().stringValue();
      links.byLabel(subject, label.getLabel()).ifPresent(item -> items.put(subject, item));
    }
  }

  /**
   * Returns the edge that {@code statement} is, or empty if it is none.
   *
   * @throws BadField if a name is too long for an entity or relation
   */
  Optional<EdgeChange> edge(Statement statement) {
    if (!(statement.getObject() instanceof Resource object)) {
      return Optional.empty();
    }
    String predicate = statement.getPredicate().stringValue();
    String relation = mapping.relationByPredicate().getOrDefault(predicate, local(predicate));
    if (relation.isEmpty()) {
      return Optional.empty();
    }
    String head = entity("subject", statement.getSubject());
    String tail = entity("object", object);
    return head.equals(tail)
        ? Optional.empty()
        : Optional.of(new EdgeChange(head, relation, tail, null));
  }

  private String entity(String field, Resource resource) {
    String id = id(field, resource);
    String name = resource.stringValue();
    if (!items.containsKey(name) && isItem(id)) {
      links.byId(name, id.substring(ITEM.length() + 1));
    }
    return id;
  }

  static boolean isItem(String entity) {
    return entity.startsWith(ITEM + ":");
  }

  /**
   * Returns the entity that {@code resource} is.
   *
   * @param field what a {@link BadField} calls it, thrown if its name is too long for an entity
   */
  String id(String field, Resource resource) {
    String name = resource.stringValue();
    String linked = items.get(name);
    if (linked != null) {
      return ITEM + ":" + linked;
    }
    String id = resource instanceof IRI ? mapped(name) : "blank:" + name;
    if (id.length() > LONGEST) {
      throw new BadField(field, "must have at most 200 characters, was " + name);
    }
    return id;
  }

  /** The longest prefix that fits counts. */
  private String mapped(String iri) {
    Optional<Map.Entry<String, String>> longest =
        mapping.typeByPrefix().entrySet().stream()
            .filter(
                entry -> iri.startsWith(entry.getKey()) && iri.length() > entry.getKey().length())
            .max(Comparator.comparingInt(entry -> entry.getKey().length()));
    if (longest.isEmpty()) {
      return "iri:" + iri;
    }
    String rest = decoded(iri.substring(longest.get().getKey().length()));
    return longest.get().getValue() + ":" + rest;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a per cent sign that stands for itself
    }
  }

  private static String local(String iri) {
    if (iri.equals(RDF.TYPE.stringValue())) {
      return "type";
    }
    return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
  }
}
