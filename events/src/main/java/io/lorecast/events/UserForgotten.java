package io.lorecast.events;

/**
 * {@code io.lorecast.user-forgotten.v1}: a user asks to be forgotten. Sent by the owner of the
 * accounts, handled by feedback.
 *
 * @param userId whom to forget
 */
public record UserForgotten(String userId) {}
