package io.lorecast.feedback;

import io.lorecast.events.UserErased;
import io.lorecast.events.UserForgotten;
import io.lorecast.model.UserId;
import io.lorecast.store.LearningEraser;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Forgets a user: what they taught the counters is taken back, then their log is erased. */
@Singleton
public class UserForgottenFunction {

  private final LearningEraser eraser;

  UserForgottenFunction(LearningEraser eraser) {
    this.eraser = eraser;
  }

  /** Erases all that is known of the user; does nothing to one who is unknown. */
  @Funq("user-forgotten")
  public Uni<UserErased> onUserForgotten(UserForgotten request) {
    UserId user = new UserId(request.userId());
    return eraser.erase(user).map(interactions -> new UserErased(user.value(), interactions));
  }
}
