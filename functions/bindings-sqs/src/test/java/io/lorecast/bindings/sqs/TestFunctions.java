package io.lorecast.bindings.sqs;

import io.lorecast.events.FeedbackReceived;
import io.lorecast.events.ProfileUpdated;
import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tiny function that remembers what it was given. */
@Singleton
public class TestFunctions {

  final List<String> feedbackIds = new CopyOnWriteArrayList<>();

  @Funq("feedback")
  public ProfileUpdated onFeedback(FeedbackReceived event) {
    feedbackIds.add(event.feedbackId());
    return new ProfileUpdated(event.feedbackId(), event.userId(), "applied");
  }
}
