/**
 * What turns texts into vectors: the {@link io.lorecast.encoding.Encoder} port, each text encoded
 * once ({@link io.lorecast.encoding.EncodedTexts}), and how the views of an item become one vector
 * ({@link io.lorecast.encoding.ViewFusion}); for images {@link io.lorecast.encoding.ImageEncoder}
 * and {@link io.lorecast.encoding.ImageSource}. The models themselves are run in the encoders
 * module.
 */
@NullMarked
package io.lorecast.encoding;

import org.jspecify.annotations.NullMarked;
