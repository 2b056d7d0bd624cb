/**
 * What turns texts into vectors: the {@link io.lorecast.encoding.Encoder} port and how several
 * views of an item become one vector. The models themselves are run in the encoders module.
 */
@NullMarked
package io.lorecast.encoding;

import org.jspecify.annotations.NullMarked;
