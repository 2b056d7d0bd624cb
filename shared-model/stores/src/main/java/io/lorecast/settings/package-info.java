/**
 * The constants of learning and ranking as configuration, and the parts made from them: written once
 * for the functions that must agree on them.
 */
@NullMarked
package io.lorecast.settings;

import org.jspecify.annotations.NullMarked;
