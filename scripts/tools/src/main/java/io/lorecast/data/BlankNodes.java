package io.lorecast.data;

import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.base.AbstractValueFactory;

/**
 * Names the blank nodes that a file leaves without a name by their order in it: whoever reads the
 * file again reads the same ids. Belongs to one reading.
 */
final class BlankNodes extends AbstractValueFactory {

  private int unnamed;

  @Override
  public BNode createBNode() {
    unnamed++;
    return createBNode("unnamed-" + unnamed);
  }
}
