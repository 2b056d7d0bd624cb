package io.lorecast.infra;

import io.lorecast.events.EventTypes;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The functions that run on Lambda, and what each of them needs. */
enum LightFunction {
  FEEDBACK(
      List.of(EventTypes.FEEDBACK, EventTypes.USER_FORGOTTEN),
      Set.of("feedback", "weights", "sequence"),
      new Size(512, 30, 20)),
  KG_UPDATED(
      List.of(
          EventTypes.KG_UPDATED,
          EventTypes.ITEM_ENCODED,
          EventTypes.NEIGHBOURS_REFRESHED,
          EventTypes.LABELS_ENCODED,
          EventTypes.GRAPH_QUERY),
      Set.of("edges", "edges-away", "timed-edges", "entities", "changes"),
      new Size(1_024, 60, 5)),
  RECOMMEND_REQUEST(List.of(EventTypes.RECOMMEND_REQUEST), Set.of(), new Size(1_024, 15, 50)),
  /** One at a time: a refresh reads the whole log and publishes one version of the model. */
  MODEL_REFRESH(List.of(EventTypes.MODEL_REFRESH), Set.of("models"), new Size(3_008, 900, 1)),
  /** Only where a language model is named; mostly waits for it. */
  KNOWLEDGE(List.of(EventTypes.ITEM_ENCODED), Set.of("knowledge"), new Size(512, 600, 2));

  /**
   * How large a function is.
   *
   * @param memory in MB
   * @param timeout in seconds
   * @param concurrency how many of it may run at the same time
   */
  record Size(int memory, int timeout, int concurrency) {}

  private final List<String> types;
  private final Set<String> written;
  private final Size size;

  LightFunction(List<String> types, Set<String> written, Size size) {
    this.types = types;
    this.written = written;
    this.size = size;
  }

  /** Returns its name: that of its module, and of its queue. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the types of the events that it handles. */
  List<String> types() {
    return types;
  }

  /** Returns the tables that it alone writes; it may read all. */
  Set<String> written() {
    return written;
  }

  Size size() {
    return size;
  }
}
