/**
 * Encoders that run a model in ONNX Runtime. The main type is {@link
 * io.lorecast.encoding.onnx.TextEncoders}, which makes them; nothing outside this package names the
 * runtime.
 */
@NullMarked
package io.lorecast.encoding.onnx;

import org.jspecify.annotations.NullMarked;
