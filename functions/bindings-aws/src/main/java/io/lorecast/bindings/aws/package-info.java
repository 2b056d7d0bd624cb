/**
 * What functions share that run on AWS, on Lambda or off it: the envelopes of its services ({@link
 * io.lorecast.bindings.aws.Envelope}), and follow-on events to an EventBridge bus.
 */
@NullMarked
package io.lorecast.bindings.aws;

import org.jspecify.annotations.NullMarked;
