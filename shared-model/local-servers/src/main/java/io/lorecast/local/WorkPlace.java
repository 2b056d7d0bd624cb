package io.lorecast.local;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The folder and log of one server.
 *
 * @param folder where it works, its data in it if it keeps any
 * @param log what its output is appended to
 */
record WorkPlace(DataFolder folder, Path log) {

  /** Returns the place for the server {@code name}, its folder claimed. */
  static WorkPlace of(String name, Placement placement) {
    DataFolder folder =
        placement.data().map(DataFolder::claim).orElseGet(() -> DataFolder.temporary(name));
    return new WorkPlace(folder, placement.log().orElse(folder.path().resolve(name + ".log")));
  }

  /** Starts {@code command} here and returns once {@code answers} is true. */
  ServerProcess start(String name, List<String> command, BooleanSupplier answers) {
    return ServerProcess.start(name, command, this, answers);
  }
}
