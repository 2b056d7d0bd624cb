package io.lorecast.ranking;

import io.lorecast.learning.BlendGradient;
import io.lorecast.learning.BlendLearner;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.RelationFeatures;
import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Context;
import io.lorecast.model.ItemId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Turns likes into examples for the {@link BlendLearner}. Pure; thread-safe. */
public final class BlendTrainer {

  /** Draws before giving up on a user who has seen nearly everything. */
  private static final int DRAWS_A_NEGATIVE = 10;

  private final RankingSettings settings;
  private final BlendLearner learner;
  private final Context context;

  /** Creates a trainer. */
  public BlendTrainer(RankingSettings settings, BlendLearner learner) {
    this(settings, learner, Context.NONE);
  }

  private BlendTrainer(RankingSettings settings, BlendLearner learner, Context context) {
    this.settings = settings;
    this.learner = learner;
    this.context = context;
  }

  /** Returns this trainer for likes in {@code other}. */
  public BlendTrainer in(Context other) {
    return new BlendTrainer(settings, learner, other);
  }

  /**
   * Adds one like to {@code gradient}: the liked item against items drawn among those the user had
   * not seen.
   *
   * @param history the user's, before the like
   * @param rows neighbour rows of the items {@link Ranker#rowsWanted}, before the like
   * @param seen what the user had met before the like
   * @return false, and nothing is added, if the item is not in the catalogue or nothing is unseen
   */
  public boolean add(
      BlendGradient gradient,
      BlendWeights weights,
      UserHistory history,
      Map<ItemId, NeighbourRow> rows,
      Set<ItemId> seen,
      ItemId liked,
      Catalogue catalogue,
      Instant now,
      RandomGenerator random) {
    return catalogue.readAt(
        now,
        view -> {
          int slot = view.slot(liked);
          if (slot < 0) {
            return false;
          }
          UserProfile profile = new ProfileBuilder(settings).profile(history, rows, view, weights);
          int[] slots = candidates(view, slot, seen, random);
          return slots.length > 1
              && gradient.add(
                  weights,
                  profile.bucket(),
                  features(profile, view, slots),
                  relations(profile, view, slots));
        });
  }

  /** Returns whether {@code gradient} holds enough likes for a step. */
  public boolean isDue(BlendGradient gradient) {
    return learner.isDue(gradient);
  }

  /** Returns the weights after a step down {@code gradient}; begin a new one afterwards. */
  public BlendWeights step(BlendWeights weights, BlendGradient gradient) {
    return learner.step(weights, gradient);
  }

  /** Returns the slot of the item liked, then those it stands against. */
  private int[] candidates(
      CatalogueView view, int liked, Set<ItemId> seen, RandomGenerator random) {
    int[] slots = new int[1 + learner.negatives()];
    slots[0] = liked;
    int count = 1;
    int draws = DRAWS_A_NEGATIVE * learner.negatives();
    for (int draw = 0; draw < draws && count < slots.length; draw++) {
      int slot = random.nextInt(view.slots());
      CatalogueItem item = view.items[slot];
      if (item != null && slot != liked && !seen.contains(item.id())) {
        slots[count++] = slot;
      }
    }
    return Arrays.copyOf(slots, count);
  }

  private float[] features(UserProfile profile, CatalogueView view, int[] slots) {
    HybridScorer scorer = new HybridScorer(settings, ContextLifts.of(context, view), new float[0]);
    float[] features = new float[slots.length * Term.WEIGHTED];
    for (int i = 0; i < slots.length; i++) {
      scorer.features(profile, view, slots[i], features, i * Term.WEIGHTED);
    }
    return features;
  }

  private static RelationFeatures relations(UserProfile profile, CatalogueView view, int[] slots) {
    List<String> relations = view.ties.relations();
    float[] values = new float[slots.length * relations.size()];
    for (int i = 0; i < slots.length; i++) {
      profile.attention().addRelations(slots[i], values, i * relations.size());
    }
    return new RelationFeatures(relations, values);
  }
}
