/**
 * How a function is reached. {@link io.lorecast.bindings.EventDispatcher} takes one event through
 * judging, the function and its follow-on event, whatever carried it; {@link
 * io.lorecast.bindings.EventRoute} is the carrier for HTTP: CloudEvents in binary, structured and
 * batch mode, and plain JSON. What a function does with an event is left to the function.
 */
@NullMarked
package io.lorecast.bindings;

import org.jspecify.annotations.NullMarked;
