package io.lorecast.store.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes the keys of one tenant: the tenant and what is meant, parted by tabs. */
final class DynamoKeys {

  static final String PARTITION = "pk";
  static final String SORT = "sk";

  /** DynamoDB refuses sort keys of more than 1,024 bytes. */
  private static final int LONGEST_SORT_KEY = 1_024;

  private final String tenant;

  /**
   * Creates the keys of {@code tenant}.
   *
   * @throws IllegalArgumentException if it is blank or contains a control character
   */
  DynamoKeys(String tenant) {
    if (tenant.isBlank() || tenant.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "tenant must not be blank nor contain control characters, was '" + tenant + "'");
    }
    this.tenant = tenant;
  }

  /** Returns a partition key. */
  AttributeValue partition(String id) {
    return fromS(prefix() + id);
  }

  /** Returns what the partition keys of this tenant, and no others, start with. */
  String prefix() {
    return tenant + "\t";
  }

  /** Returns a sort key: {@code text}, or its beginning and a hash of it where it is too long. */
  static AttributeValue sort(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST_SORT_KEY) {
      return fromS(text);
    }
    int end = LONGEST_SORT_KEY - 2 * Sha256.BYTES;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--; // not within a character
    }
    String start = new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
    return fromS(start + Sha256.hex(bytes, Sha256.BYTES));
  }
}
