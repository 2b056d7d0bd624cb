package io.lorecast.store;

import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** A hot state that can go down, come back, and come back empty. */
final class FragileHotState {

  private final ChangeFeed feed = fragile(ChangeFeed.class, () -> this.behindFeed);
  private final LearningStore learning = fragile(LearningStore.class, () -> this.behindLearning);
  private InMemoryChangeFeed behindFeed = new InMemoryChangeFeed();
  private LearningStore behindLearning = new InMemoryLearningStore(behindFeed);
  private boolean down;

  ChangeFeed feed() {
    return feed;
  }

  LearningStore learning() {
    return learning;
  }

  void goDown() {
    down = true;
  }

  void comeBack() {
    down = false;
  }

  void loseEverything() {
    behindFeed = new InMemoryChangeFeed();
    behindLearning = new InMemoryLearningStore(behindFeed);
  }

  private <T> T fragile(Class<T> port, Supplier<T> behind) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (down) {
                return Uni.createFrom().failure(new StoreException("down", new Exception()));
              }
              try {
                return method.invoke(behind.get(), arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }
}
