package io.lorecast.bindings;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.serialization.YamlMapperFactory;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * Cuts off, in a native executable, the validator's way to YAML: its reader is not on our class
 * path, and the builder wants every class that could be reached.
 */
@TargetClass(YamlMapperFactory.class)
final class YamlMapperSubstitution {

  private YamlMapperSubstitution() {}

  @Substitute
  public static ObjectMapper getInstance() {
    throw new UnsupportedOperationException("schemas and events are JSON, not YAML");
  }
}
