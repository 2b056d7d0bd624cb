/**
 * Facts from a language model: {@code knowledge} reads the text of an item that is new or has
 * changed, and tells the graph what it says, as {@code kg-updated}. What of an answer is believed
 * is the domain's {@code fact} package; how a model is asked is {@code chat}. Off unless
 * configured.
 */
@NullMarked
package io.lorecast.knowledge;

import org.jspecify.annotations.NullMarked;
