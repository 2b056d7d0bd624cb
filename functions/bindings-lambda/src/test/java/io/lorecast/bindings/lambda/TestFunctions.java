package io.lorecast.bindings.lambda;

import io.lorecast.events.FeedbackReceived;
import io.lorecast.events.ProfileUpdated;
import io.lorecast.store.StoreException;
import io.quarkus.funqy.Context;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tiny function that remembers what it was given, and has no store for some. */
@Singleton
public class TestFunctions {

  final List<String> feedbackIds = new CopyOnWriteArrayList<>();
  final List<String> eventIds = new CopyOnWriteArrayList<>();

  @Funq("feedback")
  public ProfileUpdated onFeedback(FeedbackReceived event, @Context CloudEvent<?> context) {
    if (event.userId().equals("store-fails")) {
      throw new StoreException("reading x", new IOException("secret-host"));
    }
    feedbackIds.add(event.feedbackId());
    eventIds.add(context == null ? "no event" : context.id());
    return new ProfileUpdated(event.feedbackId(), event.userId(), "applied");
  }
}
