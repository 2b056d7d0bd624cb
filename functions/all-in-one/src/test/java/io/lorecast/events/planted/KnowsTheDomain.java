package io.lorecast.events.planted;

import io.lorecast.model.ItemId;

/** Planted: an event that knows the domain. */
record KnowsTheDomain(ItemId item) {}
