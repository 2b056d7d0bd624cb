package io.lorecast.store.redis;

import io.lorecast.learning.CountIncrement;
import io.lorecast.learning.PairIncrement;
import io.lorecast.model.UserId;
import java.util.List;

/** A call of a script that adds to counters: writes the arguments that counters.lua takes. */
final class IncrementCall {

  private final RedisKeys keys;
  private final ScriptCall call;

  IncrementCall(RedisScript script, RedisKeys keys) {
    this.keys = keys;
    this.call = new ScriptCall(script);
    call.key(keys.changeRevision());
    call.key(keys.countedItems());
  }

  ScriptCall call() {
    return call;
  }

  IncrementCall user(UserId user) {
    call.keyArgument(keys.applied(user)).keyArgument(keys.history(user));
    call.keyArgument(keys.seen(user));
    return this;
  }

  IncrementCall counts(CountIncrement count) {
    List<String> context = count.context().values();
    call.keyArgument(keys.counts(count.item())).argument(4L + context.size());
    call.argument(CountFields.EVENTS).argument(count.events());
    call.argument(CountFields.LIKES).argument(count.likes());
    call.argument(CountFields.popularity(count.popularityEpoch())).argument(count.popularity());
    call.argument(CountFields.trend(count.trendEpoch())).argument(count.trend());
    for (String value : context) {
      call.argument(CountFields.context(value, count.popularityEpoch()));
      call.argument(count.popularity());
    }
    return this;
  }

  IncrementCall pairs(List<PairIncrement> pairs) {
    call.argument(pairs.size());
    for (PairIncrement pair : pairs) {
      call.keyArgument(keys.neighbours(pair.row(), pair.signal()))
          .argument(pair.neighbour().value())
          .argument(pair.amount());
    }
    return this;
  }
}
