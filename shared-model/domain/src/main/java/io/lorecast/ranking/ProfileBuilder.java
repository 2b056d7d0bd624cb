package io.lorecast.ranking;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes a {@link UserProfile} of a history. */
final class ProfileBuilder {

  private final RankingSettings settings;

  ProfileBuilder(RankingSettings settings) {
    this.settings = settings;
  }

  UserProfile profile(
      UserHistory history,
      Map<ItemId, NeighbourRow> rows,
      CatalogueView view,
      BlendWeights weights) {
    List<RecentItem> recent = RecentItem.of(history, Integer.MAX_VALUE);
    int likes = 0;
    List<ItemId> liked = new ArrayList<>();
    int[] slots = new int[settings.likesRead()];
    for (RecentItem item : recent) {
      if (item.signal() == Signal.LIKED) {
        likes++;
        int slot = liked.size() < slots.length ? view.slot(item.item()) : -1;
        if (slot >= 0) {
          slots[liked.size()] = slot;
          liked.add(item.item());
        }
      }
    }
    slots = Arrays.copyOf(slots, liked.size());
    LikedShares shares = new LikedShares(liked, slots, view, settings);
    NeighbourSums sums = new NeighbourSums(view, settings);
    List<UserProfile.MetShare> met = sums.addAll(recent, rows);
    return new UserProfile(
        BlendWeights.bucket(likes),
        shares.query(),
        sums.sums(),
        sums.touched(),
        shares,
        met,
        view.sequence.query(history.entries()),
        attention(slots, view, weights));
  }

  private GraphAttention attention(int[] slots, CatalogueView view, BlendWeights weights) {
    return GraphAttention.of(
        view.ties,
        Arrays.copyOf(slots, Math.min(settings.profileLikes(), slots.length)),
        settings.profileRecency(),
        settings.graphHops(),
        weights.relations());
  }
}
