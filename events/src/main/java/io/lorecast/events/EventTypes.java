package io.lorecast.events;

import java.util.List;
import java.util.Optional;

/** The {@code type} attribute of every event. */
public final class EventTypes {

  public static final String ITEM_ADDED = "io.lorecast.item-added.v1";
  public static final String ITEM_REMOVED = "io.lorecast.item-removed.v1";
  public static final String ITEM_ENCODED = "io.lorecast.item-encoded.v1";
  public static final String ENCODE_CATALOGUE = "io.lorecast.encode-catalogue.v1";
  public static final String ENCODE_QUERY = "io.lorecast.encode-query.v1";
  public static final String QUERY_ENCODED = "io.lorecast.query-encoded.v1";
  public static final String ENCODE_LABELS = "io.lorecast.encode-labels.v1";
  public static final String LABELS_ENCODED = "io.lorecast.labels-encoded.v1";
  public static final String KG_UPDATED = "io.lorecast.kg-updated.v1";
  public static final String NEIGHBOURS_REFRESHED = "io.lorecast.neighbours-refreshed.v1";
  public static final String GRAPH_QUERY = "io.lorecast.graph-query.v1";
  public static final String GRAPH_ANSWER = "io.lorecast.graph-answer.v1";
  public static final String FEEDBACK = "io.lorecast.feedback.v1";
  public static final String PROFILE_UPDATED = "io.lorecast.profile-updated.v1";
  public static final String USER_FORGOTTEN = "io.lorecast.user-forgotten.v1";
  public static final String USER_ERASED = "io.lorecast.user-erased.v1";
  public static final String RECOMMEND_REQUEST = "io.lorecast.recommend-request.v1";
  public static final String RECOMMENDATIONS = "io.lorecast.recommendations.v1";
  public static final String MODEL_REFRESH = "io.lorecast.model-refresh.v1";
  public static final String MODEL_REFRESHED = "io.lorecast.model-refreshed.v1";

  /** Every type there is. */
  public static final List<String> ALL =
      List.of(
          ITEM_ADDED,
          ITEM_REMOVED,
          ITEM_ENCODED,
          ENCODE_CATALOGUE,
          ENCODE_QUERY,
          QUERY_ENCODED,
          ENCODE_LABELS,
          LABELS_ENCODED,
          KG_UPDATED,
          NEIGHBOURS_REFRESHED,
          GRAPH_QUERY,
          GRAPH_ANSWER,
          FEEDBACK,
          PROFILE_UPDATED,
          USER_FORGOTTEN,
          USER_ERASED,
          RECOMMEND_REQUEST,
          RECOMMENDATIONS,
          MODEL_REFRESH,
          MODEL_REFRESHED);

  private EventTypes() {}

  /**
   * Returns the field of the data that is the {@code subject} of events of {@code type}: those with
   * the same subject want to be kept in order. Empty where order does not matter.
   */
  public static Optional<String> subjectField(String type) {
    return switch (type) {
      case ITEM_ADDED, ITEM_REMOVED, ITEM_ENCODED -> Optional.of("itemId");
      case FEEDBACK, PROFILE_UPDATED, USER_FORGOTTEN, USER_ERASED -> Optional.of("userId");
      default -> Optional.empty();
    };
  }
}
