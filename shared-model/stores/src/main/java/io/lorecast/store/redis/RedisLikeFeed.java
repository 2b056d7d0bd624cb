package io.lorecast.store.redis;

import io.lorecast.model.UserId;
import io.lorecast.store.LikeFeed;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;

/** A {@link LikeFeed} of one stream; a position is the id of an entry. */
public final class RedisLikeFeed implements LikeFeed {

  private static final String FIRST = "-";
  private static final String LAST = "+";

  private final RedisCommands redis;
  private final RedisKeys keys;

  /** Creates the feed of one tenant. */
  public RedisLikeFeed(RedisCommands redis, RedisKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  @Override
  public Uni<Void> append(List<Like> likes) {
    List<Request> requests =
        likes.stream()
            .map(
                like ->
                    Request.cmd(Command.XADD)
                        .arg(keys.likes())
                        .arg("MAXLEN")
                        .arg("~") // Redis trims whole nodes, never below the number
                        .arg(KEPT)
                        .arg("*")
                        .arg("user")
                        .arg(like.user().value())
                        .arg("feedback")
                        .arg(like.feedbackId()))
            .toList();
    return redis.sendAll("appending to the feed of likes", requests).replaceWithVoid();
  }

  @Override
  public Uni<Batch> after(String position, int most) {
    Request request =
        Request.cmd(Command.XRANGE)
            .arg(keys.likes())
            .arg(position.equals(BEGINNING) ? FIRST : "(" + position)
            .arg(LAST)
            .arg("COUNT")
            .arg(most);
    return redis
        .send("reading the feed of likes", request)
        .map(
            answer -> {
              List<Like> likes = new ArrayList<>();
              String end = position;
              for (Response entry : answer) {
                Response fields = entry.get(1);
                likes.add(new Like(new UserId(fields.get(1).toString()), fields.get(3).toString()));
                end = entry.get(0).toString();
              }
              return new Batch(likes, end);
            });
  }
}
