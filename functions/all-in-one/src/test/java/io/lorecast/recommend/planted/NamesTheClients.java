package io.lorecast.recommend.planted;

import ai.onnxruntime.OrtEnvironment;
import dev.langchain4j.model.chat.ChatModel;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Planted: a function that names what only adapters may name. */
final class NamesTheClients {
  Object[] clients(
      ReactiveRedisDataSource redis,
      DynamoDbAsyncClient dynamo,
      OrtEnvironment onnx,
      ChatModel model) {
    return new Object[] {
      redis.toString(), dynamo.serviceName(), onnx.getVersion(), model.provider()
    };
  }
}
