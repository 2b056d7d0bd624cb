package io.lorecast.ranking;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Features;
import io.lorecast.learning.FoldIn;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.vector.VectorMath;
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
    int most = settings.likesRead();
    int likes = 0;
    List<RecentItem> liked = new ArrayList<>();
    for (RecentItem item : recent) {
      if (item.signal() == Signal.LIKED) {
        likes++;
        if (view.slot(item.item()) >= 0 && liked.size() < most) {
          liked.add(item);
        }
      }
    }
    List<UserProfile.LikedShare> shares = shares(liked, view);
    float[] query = new float[Features.SIZE];
    shares.forEach(share -> VectorMath.addScaled(query, 1, share.query()));
    NeighbourSums sums = new NeighbourSums(view, settings);
    List<UserProfile.MetShare> met = sums.addAll(recent, rows);
    return new UserProfile(
        BlendWeights.bucket(likes),
        query,
        sums.sums(),
        sums.touched(),
        shares,
        met,
        view.sequence.query(history.entries()),
        attention(liked, view, weights));
  }

  private GraphAttention attention(
      List<RecentItem> liked, CatalogueView view, BlendWeights weights) {
    int[] slots =
        liked.stream()
            .limit(settings.profileLikes())
            .mapToInt(item -> view.slot(item.item()))
            .toArray();
    return GraphAttention.of(
        view.ties, slots, settings.profileRecency(), settings.graphHops(), weights.relations());
  }

  private List<UserProfile.LikedShare> shares(List<RecentItem> liked, CatalogueView view) {
    float[] features = new float[liked.size() * Features.SIZE];
    for (int a = 0; a < liked.size(); a++) {
      view.features.copy(
          view.slot(liked.get(a).item()), 0, Features.SIZE, features, a * Features.SIZE);
    }
    List<UserProfile.LikedShare> shares = new ArrayList<>();
    liked.forEach(
        like -> shares.add(new UserProfile.LikedShare(like.item(), new float[Features.SIZE])));
    FoldIn foldIn = view.foldIn(settings.foldInRecency());
    float[] recent = factors(features, Math.min(settings.foldInLikes(), liked.size()));
    addFactors(shares, foldIn.shares(recent), Features.BEHAVIOUR);
    float[] lasting = factors(features, Math.min(settings.lastingLikes(), liked.size()));
    addFactors(shares, foldIn.lastingShares(lasting), Features.MAPPED);
    addProfile(shares, features, Features.CONTENT);
    addProfile(shares, features, Features.KNOWLEDGE);
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

  private void addFactors(List<UserProfile.LikedShare> shares, float[] folded, int part) {
    for (int a = 0; a < folded.length / K; a++) {
      for (int d = 0; d < K; d++) {
        shares.get(a).query()[part + d] = settings.behaviourScale() * folded[a * K + d];
      }
    }
  }

  /** Adds each like's share of a normalised, decayed sum over the likes. */
  private void addProfile(List<UserProfile.LikedShare> shares, float[] features, int part) {
    int likes = Math.min(settings.profileLikes(), shares.size());
    double[] sum = new double[K];
    double decay = 1;
    for (int a = 0; a < likes; a++) {
      for (int d = 0; d < K; d++) {
        sum[d] += decay * features[a * Features.SIZE + part + d];
      }
      decay *= settings.profileRecency();
    }
    double norm = Math.sqrt(Arrays.stream(sum).map(value -> value * value).sum());
    decay = norm > 0 ? 1 / norm : 0;
    for (int a = 0; a < likes; a++) {
      float[] query = shares.get(a).query();
      for (int d = 0; d < K; d++) {
        query[part + d] = (float) (decay * features[a * Features.SIZE + part + d]);
      }
      decay *= settings.profileRecency();
    }
  }
}
