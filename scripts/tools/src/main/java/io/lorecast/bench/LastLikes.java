package io.lorecast.bench;

import io.lorecast.evaluation.Split;
import io.lorecast.model.Interaction;
import io.lorecast.model.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leave-one-out: of each user with at least two likes the last is held out, and nothing that this
 * user did afterwards is learned from. Other users' later interactions are, as is usual.
 *
 * <p>Source: "Neural Collaborative Filtering", WWW 2017, doi:10.1145/3038912.3052569, section 4.1,
 * but ranked among all items instead of 100 drawn ones: "On Sampled Metrics for Item
 * Recommendation", KDD 2020, doi:10.1145/3394486.3403226.
 */
final class LastLikes {

  private LastLikes() {}

  static OfflineSplit of(BenchData data) {
    List<Interaction> likes = data.stream().stream().filter(OfflineSplit::isLike).toList();
    List<Interaction> held = Split.lastOfEach(likes, Interaction::user).test();
    Map<UserId, String> last = new HashMap<>();
    held.forEach(like -> last.put(like.user(), like.feedbackId()));
    List<Interaction> training = new ArrayList<>();
    for (Interaction event : data.stream()) {
      String heldId = last.get(event.user());
      // Ids rise with time, see BenchData.
      if (heldId == null || event.feedbackId().compareTo(heldId) < 0) {
        training.add(event);
      }
    }
    return OfflineSplit.of(data, new Split<>(training, held));
  }
}
