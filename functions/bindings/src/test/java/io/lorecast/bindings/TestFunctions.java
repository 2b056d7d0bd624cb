package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.events.FeedbackReceived;
import io.lorecast.events.ItemAdded;
import io.lorecast.events.ItemEncoded;
import io.lorecast.events.ItemRemoved;
import io.lorecast.events.ProfileUpdated;
import io.lorecast.events.RecommendRequest;
import io.lorecast.events.Recommendations;
import io.lorecast.events.UserErased;
import io.lorecast.events.UserForgotten;
import io.lorecast.model.InvalidEventException;
import io.lorecast.store.StoreException;
import io.quarkus.funqy.Context;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tiny functions that remember what they were given, and fail when they are told to. */
@Singleton
public class TestFunctions implements EventPublisher {

  final List<Object> inputs = new CopyOnWriteArrayList<>();
  final List<String> times = new CopyOnWriteArrayList<>();
  final List<CloudEvent<JsonNode>> published = new CopyOnWriteArrayList<>();

  void forget() {
    inputs.clear();
    times.clear();
    published.clear();
  }

  @Funq("feedback")
  public Uni<ProfileUpdated> onFeedback(FeedbackReceived event, @Context CloudEvent<?> context) {
    inputs.add(event);
    times.add(context == null ? "no event" : String.valueOf(context.time()));
    return Uni.createFrom()
        .item(event)
        .invoke(TestFunctions::failIfTold)
        .map(given -> new ProfileUpdated(given.feedbackId(), given.userId(), "applied"));
  }

  @Funq("item-added")
  public ItemEncoded onItemAdded(ItemAdded event) {
    inputs.add(event);
    return new ItemEncoded(event.itemId(), 1, "none", List.of("name"));
  }

  @Funq("item-removed")
  public void onItemRemoved(ItemRemoved event) {
    inputs.add(event);
  }

  @Funq("user-forgotten")
  public void onUserForgotten(UserForgotten event) {
    inputs.add(event);
  }

  /** Another of the same type, as where all functions share a process. */
  @Funq("user-forgotten-too")
  public UserErased onUserForgottenToo(UserForgotten event) {
    inputs.add(event);
    return new UserErased(event.userId(), 0);
  }

  @Funq("recommend-request")
  public Uni<Recommendations> onRequest(RecommendRequest event) {
    inputs.add(event);
    return Uni.createFrom()
        .item(
            new Recommendations(
                "r", event.userId(), "none", List.of(), null, List.of(), null, null, null));
  }

  @Override
  public Uni<Void> publish(CloudEvent<JsonNode> event) {
    if (event.data().path("userId").asText().equals("unpublishable")) {
      return Uni.createFrom().failure(new IllegalStateException("secret-of-the-broker"));
    }
    published.add(event);
    return Uni.createFrom().voidItem();
  }

  private static void failIfTold(FeedbackReceived event) {
    switch (event.userId()) {
      case "store-fails" -> throw new StoreException("reading x", new IOException("secret-host"));
      case "bug" -> throw new IllegalArgumentException("secret-of-the-code");
      case "refused" ->
          throw new CompletionException(new InvalidEventException("itemId", "must be known"));
      default -> {}
    }
  }
}
