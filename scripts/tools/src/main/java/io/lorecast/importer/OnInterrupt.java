package io.lorecast.importer;

/** Something to do if the program is ended (Ctrl-C, SIGTERM) before this is closed. */
final class OnInterrupt implements AutoCloseable {

  private final Thread hook;

  OnInterrupt(Runnable action) {
    this.hook = new Thread(action, "on-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is being ended: the action is under way, and nothing is left to take back.
    }
  }
}
