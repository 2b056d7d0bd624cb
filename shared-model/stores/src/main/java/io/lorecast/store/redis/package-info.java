/**
 * The hot state in Redis: learned counters and histories, vectors, adjacency, the current model.
 * All keys of a tenant share one slot, so that one script changes a user's history and every
 * counter at once; their names stand in {@link io.lorecast.store.redis.RedisKeys}. Everything here
 * can be lost and rebuilt from the record.
 */
@NullMarked
package io.lorecast.store.redis;

import org.jspecify.annotations.NullMarked;
