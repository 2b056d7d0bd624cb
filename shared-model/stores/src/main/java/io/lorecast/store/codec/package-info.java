/** How values are written, where both stores write them the same way. */
@NullMarked
package io.lorecast.store.codec;

import org.jspecify.annotations.NullMarked;
