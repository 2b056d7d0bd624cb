package io.lorecast.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.constructs.Node;

/**
 * What may differ between deployments, given as context ({@code cdk -c name=shop}).
 *
 * @param name what the names of all stacks and tables start with
 * @param functions the folder with the modules of the functions, each with its {@code
 *     target/function.zip}
 * @param encoderTag which image of the encoder runs
 * @param encoders the most encoders that run at the same time, at least 1
 * @param monthlyBudget in US dollars
 * @param knowledgeModel the model of Bedrock that is asked for facts, by its id or ARN; none if
 *     empty
 */
record Settings(
    String name,
    Path functions,
    String encoderTag,
    int encoders,
    int monthlyBudget,
    Optional<String> knowledgeModel) {

  Settings {
    if (!name.matches("[a-z][a-z0-9-]{0,30}")) {
      throw new IllegalArgumentException(
          "name must be a lower-case letter, then at most 30 of a-z, 0-9 and -, was " + name);
    }
    if (encoders < 1) {
      throw new IllegalArgumentException("encoders must be at least 1, was " + encoders);
    }
    if (monthlyBudget < 1) {
      throw new IllegalArgumentException("budget must be at least 1, was " + monthlyBudget);
    }
  }

  /** Reads the settings from the context of {@code node}. */
  static Settings of(Node node) {
    return new Settings(
        text(node, "name", "lorecast"),
        Path.of(text(node, "functions", "../../functions")),
        text(node, "encoder-tag", "latest"),
        number(node, "encoders", "2"),
        number(node, "budget", "200"),
        Optional.of(text(node, "knowledge-model", "")).filter(model -> !model.isBlank()));
  }

  /** Returns the functions that are deployed. */
  List<LightFunction> deployed() {
    return Stream.of(LightFunction.values())
        .filter(each -> each != LightFunction.KNOWLEDGE || knowledgeModel.isPresent())
        .toList();
  }

  /**
   * Returns the package of {@code function}.
   *
   * @throws IllegalStateException if it has not been built
   */
  Path packageOf(LightFunction function) {
    Path zip = functions.resolve(function.id()).resolve("target").resolve("function.zip");
    if (!Files.isRegularFile(zip)) {
      throw new IllegalStateException(
          zip + " is missing: build it first by mvn -Plambda package, as scripts/deploy does");
    }
    return zip;
  }

  private static String text(Node node, String key, String otherwise) {
    Object value = node.tryGetContext(key);
    return value == null ? otherwise : value.toString();
  }

  private static int number(Node node, String key, String otherwise) {
    String value = text(node, key, otherwise);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(key + " must be a whole number, was " + value, notANumber);
    }
  }
}
