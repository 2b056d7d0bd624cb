/**
 * All functions in one process on real local servers: what a newcomer runs, and what the end-to-end
 * tests run against. {@link io.lorecast.allinone.AllInOne} starts a redis-server, DynamoDB Local
 * and the functions; {@link io.lorecast.allinone.LocalBroker} is the event bus between them. Not
 * deployed.
 */
@NullMarked
package io.lorecast.allinone;

import org.jspecify.annotations.NullMarked;
