/**
 * Texts as the numbers a model reads. The main type is {@link io.lorecast.encoding.text.Tokenizer};
 * running the model is left to the {@code onnx} package.
 */
@NullMarked
package io.lorecast.encoding.text;

import org.jspecify.annotations.NullMarked;
