package io.lorecast.store.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One call of a script: its keys, each sent once, and its arguments. */
final class ScriptCall {

  private final RedisScript script;
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final List<byte[]> arguments = new ArrayList<>();

  ScriptCall(RedisScript script) {
    this.script = script;
  }

  /** Declares {@code key} and returns its index in KEYS, from 1. */
  int key(String key) {
    Integer index = keys.putIfAbsent(key, keys.size() + 1);
    return index == null ? keys.size() : index;
  }

  /** Declares {@code key} and adds its index in KEYS as an argument. */
  ScriptCall keyArgument(String key) {
    return argument(key(key));
  }

  ScriptCall argument(String value) {
    return argument(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds an integer as text: a number of Lua is a double and would lose its low bits. */
  ScriptCall argument(long value) {
    return argument(Long.toString(value));
  }

  ScriptCall argument(byte[] value) {
    arguments.add(value);
    return this;
  }

  /** Returns the request to run the script by its hash (EVALSHA) or its source (EVAL). */
  Request request(Command command) {
    Request request =
        Request.cmd(command)
            .arg(command == Command.EVALSHA ? script.hash() : script.source())
            .arg(keys.size());
    keys.keySet().forEach(request::arg);
    arguments.forEach(request::arg);
    return request;
  }
}
