package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.store.SequenceStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The head of the sequence rows, as it stands in {@link DynamoTables#sequence}.
 *
 * @param version grows with each change
 * @param rounds the token under which each round was written, by revision
 */
record SequenceHeadRow(
    long version,
    String owner,
    long token,
    Instant until,
    SequenceStore.Head head,
    Map<Long, Long> rounds) {

  static final String VERSION = "version";

  static final SequenceHeadRow NONE =
      new SequenceHeadRow(0, "", 0, Instant.EPOCH, SequenceStore.Head.NONE, Map.of());

  static SequenceHeadRow of(Row row) {
    Map<Long, Long> rounds = new HashMap<>();
    row.map("rounds")
        .forEach((revision, token) -> rounds.put(Long.valueOf(revision), Long.valueOf(token.n())));
    return new SequenceHeadRow(
        row.integer(VERSION),
        row.text("owner"),
        row.integer("token"),
        Instant.ofEpochMilli(row.integer("until")),
        new SequenceStore.Head(row.integer("revision"), row.integer("base"), row.text("position")),
        rounds);
  }

  SequenceHeadRow leased(SequenceStore.Lease lease) {
    return new SequenceHeadRow(
        version + 1, lease.owner(), lease.token(), lease.until(), head, rounds);
  }

  SequenceHeadRow published(SequenceStore.Head next) {
    Map<Long, Long> kept = new HashMap<>(rounds);
    kept.put(next.revision(), token);
    kept.keySet().removeIf(revision -> revision < next.base());
    return new SequenceHeadRow(version + 1, owner, token, until, next, kept);
  }

  String round(long revision) {
    return revision + "\t" + rounds.get(revision);
  }

  Map<String, AttributeValue> attributes() {
    Map<String, AttributeValue> tokens = new HashMap<>();
    rounds.forEach((revision, by) -> tokens.put(Long.toString(revision), number(by)));
    return Map.of(
        VERSION,
        number(version),
        "owner",
        fromS(owner),
        "token",
        number(token),
        "until",
        number(until.toEpochMilli()),
        "revision",
        number(head.revision()),
        "base",
        number(head.base()),
        "position",
        fromS(head.position()),
        "rounds",
        fromM(tokens));
  }

  private static AttributeValue number(long value) {
    return fromN(Long.toString(value));
  }
}
