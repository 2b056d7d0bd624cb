package io.lorecast.events;

/**
 * {@code io.lorecast.profile-updated.v1}: feedback has been learned from. Sent by feedback, for
 * whoever watches.
 *
 * @param feedbackId the feedback
 * @param userId whose profile it changed
 * @param outcome {@code applied}, or {@code duplicate} if it had been applied before
 */
public record ProfileUpdated(String feedbackId, String userId, String outcome) {}
