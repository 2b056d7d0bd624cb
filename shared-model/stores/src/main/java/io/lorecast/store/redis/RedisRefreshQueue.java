package io.lorecast.store.redis;

import io.lorecast.model.EntityId;
import io.lorecast.store.RefreshQueue;
import io.lorecast.store.StoreException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A {@link RefreshQueue} of one sorted set of tasks by ticket. */
public final class RedisRefreshQueue implements RefreshQueue {

  private static final RedisScript ADD = RedisScript.of("queue-add.lua");
  private static final RedisScript OLDEST = RedisScript.of("queue-oldest.lua");
  private static final RedisScript DONE = RedisScript.of("queue-done.lua");
  private static final int TASKS_A_SCRIPT = 1_000;
  private static final String TAB = "\t";

  private final RedisCommands redis;
  private final RedisKeys keys;

  /** Creates the queue of one tenant. */
  public RedisRefreshQueue(RedisCommands redis, RedisKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  @Override
  public Uni<Void> add(Collection<EntityId> nodes, Extent extent) {
    return Multi.createFrom()
        .iterable(Parts.of(List.copyOf(nodes), TASKS_A_SCRIPT))
        .onItem()
        .transformToUniAndConcatenate(
            part -> {
              ScriptCall call = new ScriptCall(ADD);
              call.key(keys.refreshTicket());
              call.key(keys.refreshTasks());
              part.forEach(node -> call.argument(text(node, extent)));
              return redis.run("queueing refreshes", call);
            })
        .collect()
        .last()
        .replaceWithVoid();
  }

  @Override
  public Uni<List<Task>> oldest(int limit) {
    ScriptCall call = new ScriptCall(OLDEST);
    call.key(keys.refreshTasks());
    call.argument(limit - 1L);
    return redis.run("reading queued refreshes", call).map(RedisRefreshQueue::tasks);
  }

  private static List<Task> tasks(Response answer) {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i + 1 < answer.size(); i += 2) {
      tasks.add(task(answer.get(i).toString(), Long.parseLong(answer.get(i + 1).toString())));
    }
    return tasks;
  }

  private static Task task(String text, long ticket) {
    try {
      int tab = text.indexOf(TAB);
      return new Task(
          new EntityId(text.substring(tab + 1)), Extent.valueOf(text.substring(0, tab)), ticket);
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw new StoreException("reading a queued refresh", e);
    }
  }

  @Override
  public Uni<Void> done(Collection<Task> tasks) {
    return Multi.createFrom()
        .iterable(Parts.of(List.copyOf(tasks), TASKS_A_SCRIPT))
        .onItem()
        .transformToUniAndConcatenate(
            part -> {
              ScriptCall call = new ScriptCall(DONE);
              call.key(keys.refreshTasks());
              part.forEach(
                  task -> call.argument(text(task.node(), task.extent())).argument(task.ticket()));
              return redis.run("finishing refreshes", call);
            })
        .collect()
        .last()
        .replaceWithVoid();
  }

  @Override
  public Uni<Long> size() {
    return redis
        .send("counting refreshes", Request.cmd(Command.ZCARD).arg(keys.refreshTasks()))
        .map(Responses::integer);
  }

  private static String text(EntityId node, Extent extent) {
    return extent.name() + TAB + node.value();
  }
}
