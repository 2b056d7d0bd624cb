/**
 * Events from an SQS queue, for functions in containers: {@link
 * io.lorecast.bindings.sqs.QueueConsumption}. On Lambda the service itself reads the queue.
 */
@NullMarked
package io.lorecast.bindings.sqs;

import org.jspecify.annotations.NullMarked;
