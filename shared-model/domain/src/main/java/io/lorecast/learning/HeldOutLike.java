package io.lorecast.learning;

import io.lorecast.model.ItemId;

/**
 * A like that a fit does not see, so that it can be asked for.
 *
 * @param before what the user liked before, as a history of likes alone
 * @param last what they liked last
 */
public record HeldOutLike(UserHistory before, ItemId last) {}
