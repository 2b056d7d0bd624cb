package io.lorecast.ranking;

import io.lorecast.learning.Features;
import java.util.List;

/**
 * A user as the score sees them, under one catalogue.
 *
 * @param bucket of the blend weights
 * @param query [p; l; T; K], shape [{@link Features#SIZE}]: factors of the moment, lasting factors,
 *     content and knowledge profiles
 * @param neighbours the neighbours' sum of every slot, shape [slots]
 * @param touched slots whose sum may differ from 0
 * @param liked the items behind the query, with what each adds to it
 * @param met the items behind the neighbours' sums, newest first
 * @param sequence what the user did last, for the sequence term
 * @param attention what the user attends to in the graph, for the knowledge term
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one ranking
record UserProfile(
    int bucket,
    float[] query,
    float[] neighbours,
    int[] touched,
    LikedShares liked,
    List<MetShare> met,
    SequenceFeatures.Query sequence,
    GraphAttention attention) {

  /** An item met, whose row is multiplied by {@code factor} in the neighbours' sums. */
  record MetShare(RecentItem item, float factor) {}
}
