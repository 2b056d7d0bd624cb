package io.lorecast.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose parent is killed must end by itself and leave its folder and port usable. */
class OrphansIT {

  @TempDir Path folder;

  /** The parent: starts a server on disk, prints its port and waits to be killed. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] arguments) throws InterruptedException {
      RedisServer redis = RedisServer.start(Placement.onDisk(Path.of(arguments[0])));
      System.out.println(redis.port());
      Thread.currentThread().join();
    }
  }

  @Test
  void aNextStartOnTheSameFolderAndPortSucceedsAfterTheParentWasKilled() throws Exception {
    Process parent = startParent();
    int port = readPort(parent);
    ProcessHandle guard = parent.children().findFirst().orElseThrow();
    ProcessHandle server = guard.children().findFirst().orElseThrow();

    parent.destroyForcibly().waitFor();

    try (RedisServer next = RedisServer.start(Placement.onDisk(folder).withPort(port))) {
      assertThat(next.isAlive()).isTrue();
      assertThat(guard.isAlive()).isFalse();
      assertThat(server.isAlive()).isFalse();
    }
  }

  private Process startParent() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            Parent.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static int readPort(Process parent) throws Exception {
    return Integer.parseInt(
        new BufferedReader(
                new InputStreamReader(parent.getInputStream(), StandardCharsets.US_ASCII))
            .readLine());
  }
}
