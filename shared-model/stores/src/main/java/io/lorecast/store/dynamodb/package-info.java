/**
 * The record in DynamoDB: items, edges, vectors, models and the feedback log, each in tables of its
 * own; {@link io.lorecast.store.dynamodb.DynamoTables} defines them. From these everything hot can
 * be rebuilt. Every partition key starts with the tenant.
 */
@NullMarked
package io.lorecast.store.dynamodb;

import org.jspecify.annotations.NullMarked;
