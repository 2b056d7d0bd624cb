/**
 * Images and video as vectors: fetched ({@link io.lorecast.encoding.image.ImageSources}), judged
 * and decoded, turned upright, resized, and run through a model in ONNX Runtime ({@link
 * io.lorecast.encoding.image.ImageEncoders}). Videos are frames ({@link
 * io.lorecast.encoding.image.VideoEncoder}). What is not taken is refused with an {@link
 * io.lorecast.encoding.ImageException}. Where a vector is kept and how it is fused with others is
 * left to who asks.
 */
@NullMarked
package io.lorecast.encoding.image;

import org.jspecify.annotations.NullMarked;
