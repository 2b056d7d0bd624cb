package io.lorecast.events;

/**
 * {@code io.lorecast.user-erased.v1}: nothing of a user is left in the log, the histories and the
 * counters. Sent by feedback.
 *
 * @param userId who was forgotten
 * @param interactions how many interactions were erased from the log
 */
public record UserErased(String userId, long interactions) {}
