package io.lorecast.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** The whole application, synthesised once for all tests: without network, account or region. */
final class Synthesised {

  /** A model of Bedrock, so that all that can be deployed is looked at. */
  static final String MODEL = "test.model-v1:0";

  static final LorecastApp.Stacks STACKS = synthesise();

  private Synthesised() {}

  static List<Stack> all() {
    return List.of(
        STACKS.data(),
        STACKS.events(),
        STACKS.functions(),
        STACKS.api(),
        STACKS.encode(),
        STACKS.operations());
  }

  /** Returns the properties of every resource of {@code type} in {@code stack}, by logical id. */
  @SuppressWarnings("unchecked")
  static Map<String, Map<String, Object>> resources(Stack stack, String type) {
    Map<String, Map<String, Object>> found = new TreeMap<>();
    Template.fromStack(stack)
        .findResources(type)
        .forEach((id, one) -> found.put(id, (Map<String, Object>) one.get("Properties")));
    return found;
  }

  private static LorecastApp.Stacks synthesise() {
    Path functions = Path.of("target", "functions");
    for (LightFunction function : LightFunction.values()) {
      packageInto(functions.resolve(function.id()).resolve("target"));
    }
    App app =
        new App(
            AppProps.builder()
                .outdir("target/cdk.out")
                .context(
                    Map.of(
                        "functions",
                        functions.toString(),
                        "knowledge-model",
                        MODEL,
                        "@aws-cdk/core:enablePartitionLiterals",
                        true,
                        "@aws-cdk/aws-iam:minimizePolicies",
                        true))
                .build());
    LorecastApp.Stacks stacks = LorecastApp.stacks(app);
    app.synth();
    return stacks;
  }

  /** The infrastructure is the same whatever is in the package. */
  private static void packageInto(Path folder) {
    try {
      Files.createDirectories(folder);
      try (ZipOutputStream zip =
          new ZipOutputStream(Files.newOutputStream(folder.resolve("function.zip")))) {
        zip.putNextEntry(new ZipEntry("placeholder"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
