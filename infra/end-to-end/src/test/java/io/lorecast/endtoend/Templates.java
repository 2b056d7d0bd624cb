package io.lorecast.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The templates as the CDK application writes them, which is what would be deployed. */
final class Templates {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path APPLICATION = Path.of("..", "aws", "target");

  private final Path folder;

  private Templates(Path folder) {
    this.folder = folder;
  }

  /** Synthesises everything, {@code feedback} being the package of that function. */
  static Templates synthesise(Path feedback) throws IOException, InterruptedException {
    Path target = Path.of("target").toAbsolutePath();
    for (String name : List.of("feedback", "kg-updated", "recommend-request", "model-refresh")) {
      // The templates name packages by their hash and do not care what the others hold.
      Path zip = target.resolve("functions").resolve(name).resolve("target/function.zip");
      Files.createDirectories(zip.getParent());
      Files.copy(feedback, zip, StandardCopyOption.REPLACE_EXISTING);
    }
    ObjectNode context = (ObjectNode) JSON.readTree(Path.of("..", "aws", "cdk.json").toFile());
    context = ((ObjectNode) context.path("context")).put("functions", target + "/functions");
    Path folder = target.resolve("cdk.out");
    ProcessBuilder synthesis =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            APPLICATION.resolve("classes") + File.pathSeparator + APPLICATION.resolve("lib/*"),
            "io.lorecast.infra.LorecastApp");
    synthesis.environment().put("CDK_OUTDIR", folder.toString());
    synthesis.environment().put("CDK_CONTEXT_JSON", context.toString());
    File log = target.resolve("synthesis.log").toFile();
    int code =
        synthesis.redirectErrorStream(true).redirectOutput(Redirect.to(log)).start().waitFor();
    if (code != 0) {
      throw new IOException("the synthesis failed, see " + log);
    }
    return new Templates(folder);
  }

  /** Returns the properties of each resource of {@code type} in {@code stack}, by logical id. */
  Map<String, JsonNode> resources(String stack, String type) throws IOException {
    Map<String, JsonNode> found = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : template(stack).path("Resources").properties()) {
      if (each.getValue().path("Type").asText().equals(type)) {
        found.put(each.getKey(), each.getValue().path("Properties"));
      }
    }
    return found;
  }

  /**
   * Returns the logical id of the resource in {@code stack} that {@code value} stands for, be it
   * imported from that stack or of the stack itself.
   */
  String referred(String stack, JsonNode value) throws IOException {
    if (value.has("Fn::ImportValue")) {
      String name = value.path("Fn::ImportValue").asText();
      for (JsonNode output : template(stack).path("Outputs")) {
        if (output.path("Export").path("Name").asText().equals(name)) {
          return referred(stack, output.path("Value"));
        }
      }
    }
    String id = value.has("Ref") ? value.path("Ref").asText() : value.at("/Fn::GetAtt/0").asText();
    if (id.isEmpty()) {
      throw new IllegalArgumentException("no reference: " + value);
    }
    return id;
  }

  private JsonNode template(String stack) throws IOException {
    return JSON.readTree(folder.resolve("lorecast-" + stack + ".template.json").toFile());
  }
}
