package io.lorecast.store.dynamodb;

/**
 * How rows that are written together reach DynamoDB. Every row may be written again: both are safe.
 */
public enum GroupWrites {

  /** In batches, each row by itself: half the price on AWS. */
  BATCH,

  /**
   * In transactions. DynamoDB Local on disk commits a transaction once and a batch once for each
   * row, which measured 6 times slower.
   */
  TRANSACTION
}
