/**
 * What functions share that run on AWS, on Lambda or off it: the envelopes of its services ({@link
 * io.lorecast.bindings.aws.Envelope}), follow-on events to an EventBridge bus, and events from a
 * queue for containers ({@link io.lorecast.bindings.aws.QueueConsumption}).
 */
@NullMarked
package io.lorecast.bindings.aws;

import org.jspecify.annotations.NullMarked;
