/**
 * Folders of items, names of entities, triples and feedback, read lazily and line by line as event
 * records. The main type is {@link io.lorecast.data.DataFolder}; what it yields has the right
 * columns, numbers and times, and is judged further only by whoever receives the events. Nothing
 * here writes, sends or learns.
 */
@NullMarked
package io.lorecast.data;

import org.jspecify.annotations.NullMarked;
