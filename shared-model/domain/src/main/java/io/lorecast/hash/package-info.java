/** Names that are made of what they name. */
@NullMarked
package io.lorecast.hash;

import org.jspecify.annotations.NullMarked;
