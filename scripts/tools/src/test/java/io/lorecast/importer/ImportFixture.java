package io.lorecast.importer;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.data.TestFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A data folder, a receiver, and the program between them. */
final class ImportFixture implements AutoCloseable {

  private static final RetryTimes QUICK =
      new RetryTimes(3, Duration.ofMillis(1), Duration.ofMillis(2));

  final TestReceiver receiver = new TestReceiver();
  final Path data;
  final Path states;

  ImportFixture(Path directory) throws IOException {
    data = Files.createDirectory(directory.resolve("data"));
    states = directory.resolve("states");
  }

  /** What the program left behind. */
  record Result(int exitCode, String out, String err) {

    /** Returns the numbers of a section's line: earlier, read, sent, duplicates, rejected. */
    List<Long> counts(String section) {
      String line =
          out.lines().filter(row -> row.startsWith(section + " ")).findFirst().orElseThrow();
      return Arrays.stream(line.trim().split("\\s+"))
          .skip(1)
          .limit(5)
          .map(number -> Long.valueOf(number.replace(",", "")))
          .toList();
    }
  }

  Result run(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(data.toString(), "--to", receiver.url(), "--state-dir", states.toString()));
    arguments.addAll(List.of(options));
    return execute(arguments);
  }

  static Result execute(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        ImportCommand.commandLine(QUICK)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int exitCode = command.execute(arguments.toArray(String[]::new));
    return new Result(exitCode, out.toString(), err.toString());
  }

  void writeItems(String... ids) throws IOException {
    TestFiles.write(
        data,
        "items.jsonl",
        Stream.of(ids)
            .map(id -> "{\"itemId\":\"%s\",\"name\":\"The %s\"}".formatted(id, id))
            .toArray(String[]::new));
  }

  void writeEdges(int count) throws IOException {
    List<String> lines = new ArrayList<>(List.of("head\trelation\ttail"));
    for (int i = 1; i <= count; i++) {
      lines.add("item:i%d\tplace\tplace:p%d".formatted(i, i % 7));
    }
    TestFiles.write(data, "triples.tsv", lines.toArray(String[]::new));
  }

  /** Writes likes f1, f2, ... of one user, a second apart. */
  void writeLikes(int count) throws IOException {
    List<String> lines =
        new ArrayList<>(List.of("feedbackId\tuserId\titemId\tkind\tvalue\toccurredAt"));
    for (int i = 1; i <= count; i++) {
      lines.add(
          "f%d\tana\ti%d\tlike\t\t2026-01-01T%02d:%02d:%02dZ"
              .formatted(i, i, i / 3600, i / 60 % 60, i % 60));
    }
    TestFiles.write(data, "feedback.tsv", lines.toArray(String[]::new));
  }

  static List<String> feedbackIds(List<JsonNode> events) {
    return events.stream().map(event -> event.at("/data/feedbackId").asText()).toList();
  }

  boolean hasState() throws IOException {
    if (!Files.exists(states)) {
      return false;
    }
    try (Stream<Path> files = Files.list(states)) {
      return files.findAny().isPresent();
    }
  }

  @Override
  public void close() {
    receiver.close();
  }
}
