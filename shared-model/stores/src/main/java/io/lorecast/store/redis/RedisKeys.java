package io.lorecast.store.redis;

import io.lorecast.learning.Signal;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;

/**
 * The names of all keys, {@code {<tenant>}:v2:<what>:<of whom>}. The braces make the tenant the
 * hash tag. Another layout of any value is another version.
 */
public final class RedisKeys {

  private final String prefix;

  /**
   * Creates the names of one tenant's keys.
   *
   * @throws IllegalArgumentException if {@code tenant} is blank or contains a brace
   */
  public RedisKeys(String tenant) {
    if (tenant.isBlank() || tenant.contains("{") || tenant.contains("}")) {
      throw new IllegalArgumentException(
          "tenant must not be blank nor contain braces, was '" + tenant + "'");
    }
    this.prefix = "{" + tenant + "}:v2:";
  }

  /** A sorted set of history entries by time. */
  String history(UserId user) {
    return prefix + "user:history:" + user.value();
  }

  /** A set of the ids of all interactions applied; their number is the history's revision. */
  String applied(UserId user) {
    return prefix + "user:applied:" + user.value();
  }

  /** A set of item ids. */
  String seen(UserId user) {
    return prefix + "user:seen:" + user.value();
  }

  /** A hash of integers: events, likes, and one for each epoch. */
  String counts(ItemId item) {
    return prefix + "item:counts:" + item.value();
  }

  /** A sorted set of user ids by the time of their last like. */
  String likers(ItemId item) {
    return prefix + "item:likers:" + item.value();
  }

  /** A hash of integers by neighbour. */
  String neighbours(ItemId item, Signal signal) {
    return prefix + (signal == Signal.LIKED ? "item:liked:" : "item:other:") + item.value();
  }

  /** The revision of the last change, an integer. */
  String changeRevision() {
    return prefix + "changes:revision";
  }

  /** A sorted set of the items whose content changed, by revision. */
  String changedItems() {
    return prefix + "changes:items";
  }

  /** A sorted set of the items whose counters changed, by revision. */
  String countedItems() {
    return prefix + "changes:counted";
  }

  /** The name of the life of the hot state. */
  String generation() {
    return prefix + "changes:generation";
  }

  /** A hash of little-endian floats by key. */
  String vectors(String space) {
    return prefix + "vectors:" + space;
  }

  /** Little-endian floats of one text, for a while. */
  String encoded(String contentHash) {
    return prefix + "encoded:" + contentHash;
  }

  /** A hash of what is known of entities, by entity. */
  String entities() {
    return prefix + "graph:entities";
  }

  /** The ticket of the refresh that was queued last, an integer. */
  String refreshTicket() {
    return prefix + "graph:refresh-ticket";
  }

  /** A sorted set of queued refreshes by ticket. */
  String refreshTasks() {
    return prefix + "graph:refresh-tasks";
  }

  /** A sorted set, all of score 0, of the edges at either end. */
  String around(EntityId entity) {
    return prefix + "graph:around:" + entity.value();
  }

  /** The version of the current model. */
  String modelVersion() {
    return prefix + "model:version";
  }

  /** The content space of the current model. */
  String modelSpace() {
    return prefix + "model:space";
  }

  /** The bytes of the current model. */
  String modelContent() {
    return prefix + "model:content";
  }

  /** A hash of the revision and the values of the blend weights. */
  String weights() {
    return prefix + "weights";
  }

  /** A hash of what has been published of the sequence term, and who may publish. */
  String sequence() {
    return prefix + "sequence";
  }

  /** A hash of the rounds of the sequence term by revision. */
  String sequenceRounds() {
    return prefix + "sequence:rounds";
  }

  /** A stream of the likes learned from. */
  String likes() {
    return prefix + "likes";
  }
}
