/**
 * Turns a Keras model in TensorFlow.js's format into ONNX. The main type is {@link
 * io.lorecast.models.tfjs.LayersToOnnx}: {@link io.lorecast.models.tfjs.LayersModel} is read,
 * {@link io.lorecast.models.tfjs.OnnxGraph} written. Where the files come from is left to {@code
 * io.lorecast.models}.
 */
@NullMarked
package io.lorecast.models.tfjs;

import org.jspecify.annotations.NullMarked;
