package io.lorecast.ranking;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Features;
import io.lorecast.learning.FoldIn;
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

  private static final int K = Features.K;

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
    float[] shares = shares(slots, view);
    NeighbourSums sums = new NeighbourSums(view, settings);
    List<UserProfile.MetShare> met = sums.addAll(recent, rows);
    return new UserProfile(
        BlendWeights.bucket(likes),
        sum(shares),
        sums.sums(),
        sums.touched(),
        liked,
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

  private static float[] sum(float[] shares) {
    float[] sum = new float[Features.SIZE];
    for (int row = 0; row < shares.length; row += Features.SIZE) {
      for (int d = 0; d < Features.SIZE; d++) {
        sum[d] += shares[row + d];
      }
    }
    return sum;
  }

  private float[] shares(int[] slots, CatalogueView view) {
    float[] features = new float[slots.length * Features.SIZE];
    for (int a = 0; a < slots.length; a++) {
      view.features.copy(slots[a], 0, Features.SIZE, features, a * Features.SIZE);
    }
    float[] shares = new float[features.length];
    FoldIn foldIn = view.foldIn(settings.foldInRecency());
    float[] recent = factors(features, Math.min(settings.foldInLikes(), slots.length));
    setFactors(shares, foldIn.shares(recent), Features.BEHAVIOUR);
    float[] lasting = factors(features, Math.min(settings.lastingLikes(), slots.length));
    setFactors(shares, foldIn.lastingShares(lasting), Features.MAPPED);
    setProfile(shares, features, Features.CONTENT);
    setProfile(shares, features, Features.KNOWLEDGE);
    return shares;
  }

  /** Returns the factors q~ of the first {@code h} of {@code features}, shape [h, K], flat. */
  static float[] factors(float[] features, int h) {
    float[] factors = new float[h * K];
    for (int a = 0; a < h; a++) {
      for (int d = 0; d < K; d++) {
        int at = a * Features.SIZE + d;
        factors[a * K + d] = features[at + Features.BEHAVIOUR] + features[at + Features.MAPPED];
      }
    }
    return factors;
  }

  private void setFactors(float[] shares, float[] folded, int part) {
    for (int a = 0; a < folded.length / K; a++) {
      for (int d = 0; d < K; d++) {
        shares[a * Features.SIZE + part + d] = settings.behaviourScale() * folded[a * K + d];
      }
    }
  }

  /** Sets each like's share of a normalised, decayed sum over the likes. */
  private void setProfile(float[] shares, float[] features, int part) {
    int end = Math.min(settings.profileLikes() * Features.SIZE, features.length);
    double[] sum = new double[K];
    double decay = 1;
    for (int row = part; row < end; row += Features.SIZE) {
      for (int d = 0; d < K; d++) {
        sum[d] += decay * features[row + d];
      }
      decay *= settings.profileRecency();
    }
    double norm = Math.sqrt(Arrays.stream(sum).map(value -> value * value).sum());
    decay = norm > 0 ? 1 / norm : 0;
    for (int row = part; row < end; row += Features.SIZE) {
      for (int d = 0; d < K; d++) {
        shares[row + d] = (float) (decay * features[row + d]);
      }
      decay *= settings.profileRecency();
    }
  }
}
