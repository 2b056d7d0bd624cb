/**
 * The real servers a laptop can run: {@link io.lorecast.local.RedisServer} and {@link
 * io.lorecast.local.DynamoDbLocal}, each a process of its own that ends with the process that
 * started it. For tests, the bench and the all-in-one; nothing that is deployed needs it.
 */
@NullMarked
package io.lorecast.local;

import org.jspecify.annotations.NullMarked;
