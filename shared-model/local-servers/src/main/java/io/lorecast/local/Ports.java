package io.lorecast.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;

/** Ports of the loopback interface. */
public final class Ports {

  /** How long the end of the server that ran here before may take to give its port back. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Ports() {}

  /** Returns {@code wanted} once nobody listens on it, or any free port if it is 0. */
  static int claim(int wanted) {
    if (wanted == 0) {
      return anyFree();
    }
    if (!Waiting.until(() -> isFree(wanted), PATIENCE)) {
      throw new LocalServerException("port " + wanted + " is in use by another program");
    }
    return wanted;
  }

  /** Returns a port that nobody listens on now. */
  public static int anyFree() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new LocalServerException("no free port", e);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
