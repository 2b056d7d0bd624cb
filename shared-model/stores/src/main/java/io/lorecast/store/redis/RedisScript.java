package io.lorecast.store.redis;

import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A Lua script that Redis runs as one step, undivided.
 *
 * @param source what it says
 * @param hash names it in Redis, SHA-1 in hexadecimal
 */
@RegisterResources(globs = "io/lorecast/store/redis/*.lua")
record RedisScript(String source, String hash) {

  /** Returns the script in the files beside this class, one after the other. */
  static RedisScript of(String... files) {
    StringBuilder source = new StringBuilder();
    for (String file : files) {
      source.append(read(file));
    }
    return new RedisScript(source.toString(), sha1(source.toString()));
  }

  private static String read(String file) {
    try (InputStream in = RedisScript.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no script " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the script " + file, e);
    }
  }

  private static String sha1(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
