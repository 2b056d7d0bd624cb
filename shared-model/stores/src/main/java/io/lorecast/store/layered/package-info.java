/**
 * The record and the hot state as one: what is written goes to DynamoDB first and to Redis then,
 * what is read comes from Redis, and from DynamoDB where Redis lacks it. {@link
 * io.lorecast.store.layered.StoreBeans} makes the ports of them; {@link
 * io.lorecast.store.HotStateRebuild} fills an empty Redis again.
 */
@NullMarked
package io.lorecast.store.layered;

import org.jspecify.annotations.NullMarked;
