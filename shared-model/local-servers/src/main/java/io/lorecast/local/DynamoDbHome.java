package io.lorecast.local;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Finds the folder with the jars of DynamoDB Local, which the build of this module collects. */
final class DynamoDbHome {

  /** Names the folder where this class does not lie in the build it came from. */
  static final String PROPERTY = "lorecast.local.dynamodb-home";

  private static final String COLLECTED = "../../dynamodb-local/target/jars";

  private DynamoDbHome() {}

  /**
   * Returns the folder.
   *
   * @throws LocalServerException if there is none, saying how to get it
   */
  static Path find() {
    String given = System.getProperty(PROPERTY);
    Path folder = given == null ? besideThisModule() : Path.of(given).toAbsolutePath();
    if (!Files.isDirectory(folder)) {
      throw new LocalServerException(
          folder + " has no DynamoDB Local: build local-servers, or set -D" + PROPERTY);
    }
    return folder;
  }

  /** This class lies in {@code <module>/target/classes} or {@code <module>/target/<name>.jar}. */
  private static Path besideThisModule() {
    CodeSource source = DynamoDbHome.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new LocalServerException("set -D" + PROPERTY + ": this class has no place of its own");
    }
    try {
      return Path.of(source.getLocation().toURI()).resolve(COLLECTED).normalize();
    } catch (URISyntaxException e) {
      throw new LocalServerException("set -D" + PROPERTY + ": " + source.getLocation(), e);
    }
  }
}
