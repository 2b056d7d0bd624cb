package io.lorecast.bindings;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The key that callers must show, if one is set: {@code lorecast.api-key}. */
@Singleton
class ApiKey {

  private final Optional<byte[]> key;

  ApiKey(@ConfigProperty(name = "lorecast.api-key") Optional<String> key) {
    this.key = key.map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns whether callers must show a key. */
  boolean isSet() {
    return key.isPresent();
  }

  /** Returns whether {@code shown} is the key. Takes as long for a near miss as for a far one. */
  boolean matches(String shown) {
    byte[] bytes = shown.getBytes(StandardCharsets.UTF_8);
    return key.map(expected -> MessageDigest.isEqual(expected, bytes)).orElse(false);
  }
}
