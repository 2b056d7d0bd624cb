package io.lorecast.importer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines that were not taken: the first of them kept to be shown, all written to a file. */
final class RejectList implements AutoCloseable {

  private static final int SHOWN = 20;

  private final List<Reject> shown = new ArrayList<>();
  private final @Nullable PrintWriter file;
  private long count;

  private RejectList(@Nullable PrintWriter file) {
    this.file = file;
  }

  /**
   * Opens a list.
   *
   * @param path where all are written, tab-separated under a header, or null
   * @param append whether the import goes on, and so the list
   */
  static RejectList open(@Nullable Path path, boolean append) throws IOException {
    if (path == null) {
      return new RejectList(null);
    }
    boolean goesOn = append && Files.exists(path);
    PrintWriter writer =
        new PrintWriter(
            Files.newBufferedWriter(
                path,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE),
            true);
    if (!goesOn) {
      writer.println("file\tline\tfield\tproblem");
    }
    return new RejectList(writer);
  }

  synchronized void add(Reject reject) {
    count++;
    if (shown.size() < SHOWN) {
      shown.add(reject);
    }
    if (file != null) {
      file.println(
          String.join(
              "\t",
              plain(reject.file()),
              Long.toString(reject.line()),
              plain(reject.field()),
              plain(reject.problem())));
    }
  }

  /** Writes the first rejects, and how many more there are. */
  synchronized void show(PrintWriter out) {
    shown.forEach(out::println);
    if (count > shown.size()) {
      out.printf(
          "... and %,d more%s%n",
          count - shown.size(), file == null ? " (--rejects FILE lists all)" : "");
    }
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
