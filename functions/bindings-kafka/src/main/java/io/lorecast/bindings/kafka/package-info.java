/**
 * Functions behind Kafka, in place of HTTP or beside it. {@link
 * io.lorecast.bindings.kafka.KafkaConsumption} takes events from topics and acknowledges each once
 * its function is done with it; {@link io.lorecast.bindings.kafka.KafkaPublisher} takes follow-on
 * events to topics. Judging events is left to {@code io.lorecast.bindings}, groups, offsets and
 * dead letters to SmallRye Reactive Messaging.
 */
@NullMarked
package io.lorecast.bindings.kafka;

import org.jspecify.annotations.NullMarked;
