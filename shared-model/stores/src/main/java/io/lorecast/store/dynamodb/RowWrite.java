package io.lorecast.store.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * One write of a batch.
 *
 * @param key the attributes of the row's key
 * @param request what to do
 */
record RowWrite(Map<String, AttributeValue> key, WriteRequest request) {

  /** Returns the write that puts {@code row} under {@code key}, which it must contain. */
  static RowWrite put(Map<String, AttributeValue> key, Map<String, AttributeValue> row) {
    return new RowWrite(key, WriteRequest.builder().putRequest(put -> put.item(row)).build());
  }

  /** Returns the write that deletes the row under {@code key}. */
  static RowWrite delete(Map<String, AttributeValue> key) {
    return new RowWrite(
        key, WriteRequest.builder().deleteRequest(delete -> delete.key(key)).build());
  }
}
