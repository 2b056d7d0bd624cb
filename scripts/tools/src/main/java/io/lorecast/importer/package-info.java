/**
 * Sends a {@link io.lorecast.data.DataFolder} to a running Lorecast, as events over HTTP: items,
 * then triples, then feedback, then a model refresh. The main type is {@code
 * io.lorecast.importer.ImportCommand}. Reading and mapping are left to {@code io.lorecast.data},
 * judging what is read to the receiver.
 */
@NullMarked
package io.lorecast.importer;

import org.jspecify.annotations.NullMarked;
