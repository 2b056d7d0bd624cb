/**
 * Functions behind AWS Lambda. {@link io.lorecast.bindings.lambda.LambdaHandler} tells by its shape
 * what invoked it: EventBridge or its Scheduler, SQS, SNS, Kinesis, a DynamoDB stream, or API
 * Gateway. Judging events and answering requests is left to {@code io.lorecast.bindings}.
 */
@NullMarked
package io.lorecast.bindings.lambda;

import org.jspecify.annotations.NullMarked;
