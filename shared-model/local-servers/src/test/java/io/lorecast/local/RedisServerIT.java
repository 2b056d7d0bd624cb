package io.lorecast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerIT {

  @TempDir Path folder;

  @Test
  void aServerInMemoryAnswersCommands() throws IOException {
    try (RedisServer redis = RedisServer.start(Placement.inMemory())) {

      String set = ask(redis, "SET key value");

      assertThat(set).isEqualTo("+OK");
      assertThat(ask(redis, "STRLEN key")).isEqualTo(":5");
    }
  }

  @Test
  void theBundledServerIsUsedWhereTheMachineHasNone() throws IOException {
    try (RedisServer redis = RedisServer.start(Placement.inMemory(), "")) {
      assertThat(ask(redis, "PING")).isEqualTo("+PONG");
    }
  }

  @Test
  void dataOnDiskIsFoundAgain() throws IOException {
    try (RedisServer first = RedisServer.start(Placement.onDisk(folder))) {
      ask(first, "SET key value");
    }

    try (RedisServer second = RedisServer.start(Placement.onDisk(folder))) {
      assertThat(ask(second, "STRLEN key")).isEqualTo(":5");
    }
  }

  @Test
  void aClosedServerIsGoneAndItsPortCanBeUsedAgain() throws IOException {
    RedisServer first = RedisServer.start(Placement.inMemory());

    first.close();

    assertThat(first.isAlive()).isFalse();
    try (RedisServer second = RedisServer.start(Placement.inMemory().withPort(first.port()))) {
      assertThat(ask(second, "PING")).isEqualTo("+PONG");
    }
  }

  @Test
  void aKilledServerIsGoneWithWhatItHeldAndAnotherTakesItsPort() throws IOException {
    RedisServer first = RedisServer.start(Placement.inMemory());
    ask(first, "SET key value");

    first.kill();

    assertThat(first.isAlive()).isFalse();
    assertThatThrownBy(() -> ask(first, "PING")).isInstanceOf(IOException.class);
    try (RedisServer second = RedisServer.start(Placement.inMemory().withPort(first.port()))) {
      assertThat(ask(second, "STRLEN key")).isEqualTo(":0");
    }
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Placement taken = Placement.inMemory().withPort(other.getLocalPort());

      assertThatThrownBy(() -> RedisServer.start(taken))
          .isInstanceOf(LocalServerException.class)
          .hasMessage("port " + other.getLocalPort() + " is in use by another program");
    }
  }

  @Test
  void aServerThatCannotStartSaysWhyByTheEndOfItsLog() throws IOException {
    Path manifests = Files.createDirectories(folder.resolve("appendonlydir"));
    Files.createDirectory(manifests.resolve("appendonly.aof.manifest")); // what Redis 7 reads
    Files.writeString(folder.resolve("appendonly.aof"), "no commands"); // what Redis 6 reads

    assertThatThrownBy(() -> RedisServer.start(Placement.onDisk(folder)))
        .isInstanceOf(LocalServerException.class)
        .hasMessageContaining("redis-server ended with code 1")
        .hasMessageContaining(folder.resolve("redis.log").toString())
        .hasMessageContaining("append only file");
  }

  private static String ask(RedisServer redis, String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }
}
