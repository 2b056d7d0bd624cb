package io.lorecast.store.redis;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Reading a large hash page by page, so that Redis serves others in between. */
final class HashScan {

  private static final int FIELDS_A_PAGE = 500;
  private static final String START = "0";

  private HashScan() {}

  /** Emits each field once. Those that come or go meanwhile may or may not be among them. */
  static Multi<Map.Entry<String, Response>> of(RedisCommands redis, String doing, String hash) {
    return Multi.createFrom()
        .deferred(
            () -> {
              Set<String> emitted = new HashSet<>(); // HSCAN may repeat a field while a hash grows
              return pages(redis, doing, hash)
                  .onItem()
                  .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(fields(page)))
                  .filter(field -> emitted.add(field.getKey()));
            });
  }

  private static Multi<Response> pages(RedisCommands redis, String doing, String hash) {
    return Multi.createBy()
        .repeating()
        .uni(
            () -> new AtomicReference<>(START),
            cursor -> page(redis, doing, hash, cursor.get()).invoke(p -> cursor.set(next(p))))
        .whilst(page -> !next(page).equals(START));
  }

  private static Uni<Response> page(RedisCommands redis, String doing, String hash, String cursor) {
    Request request =
        Request.cmd(Command.HSCAN).arg(hash).arg(cursor).arg("COUNT").arg(FIELDS_A_PAGE);
    return redis.send(doing, request);
  }

  private static String next(Response page) {
    return page.get(0).toString();
  }

  private static List<Map.Entry<String, Response>> fields(Response page) {
    List<Map.Entry<String, Response>> fields = new ArrayList<>();
    Responses.eachField(page.get(1), (field, value) -> fields.add(Map.entry(field, value)));
    return fields;
  }
}
