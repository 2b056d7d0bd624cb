package io.lorecast.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code io.lorecast.recommendations.v1}: the answer to a {@link RecommendRequest}. Sent by
 * recommend-request.
 *
 * @param requestId the request
 * @param userId for whom, if known
 * @param modelVersion the batch model that was used; {@code none} before the first
 * @param items best first; fewer than asked for if the catalogue has no more; none where users or
 *     answers are given
 * @param fallback why the answer is not personal, if it is not: {@code unknown-user} or {@code
 *     empty-catalogue}
 * @param missing parts that could not be had, for example {@code history}; empty when all is well
 * @param nextCursor the cursor of the request for the items after these; absent after the last
 * @param users of {@code users-like-me} and {@code audience}, best first
 * @param answers of a {@code batch}, in the order of its requests
 */
public record Recommendations(
    String requestId,
    @Nullable String userId,
    String modelVersion,
    List<RecommendedItem> items,
    @Nullable String fallback,
    List<String> missing,
    @Nullable String nextCursor,
    @Nullable List<RecommendedUser> users,
    @Nullable List<Answer> answers) {

  /**
   * One user.
   *
   * @param rank from 1
   * @param score how well they fit, at most 1; see the function's README
   * @param sharedItems what links them: items that they liked
   */
  public record RecommendedUser(String userId, int rank, double score, List<String> sharedItems) {}

  /**
   * What became of one request of a batch: either an answer or a refusal.
   *
   * @param index its place in the batch, from 0
   */
  public record Answer(
      int index, @Nullable Recommendations recommendations, @Nullable Refusal error) {}

  /**
   * Why a request cannot be meant.
   *
   * @param field the field at fault
   * @param problem what was expected and what came
   */
  public record Refusal(String field, String problem) {}

  /**
   * One recommended item.
   *
   * @param rank from 1
   * @param score what the items were scored by; the terms add up to it
   * @param terms the named parts of the score
   * @param reason why this item, for a person; absent if none was asked for
   * @param contributions what each item the user met adds to the personal terms, which they add up
   *     to, the greatest first; absent unless a full explanation was asked for
   */
  public record RecommendedItem(
      String itemId,
      String name,
      int rank,
      double score,
      List<Term> terms,
      @Nullable Reason reason,
      @Nullable List<Contribution> contributions) {}

  /** One named part of a score. */
  public record Term(String name, double value) {}

  /**
   * Why an item is recommended.
   *
   * @param kind which evidence it speaks of: knowledge, neighbours, content, behaviour, popularity,
   *     trend or new
   * @param sentence for a person
   * @param path how the graph leads from what the user liked to this item; empty for other evidence
   * @param because what the user met, or asked about, that speaks for it; absent for popularity,
   *     trend and new
   * @param counterfactual what would be without one item the user met; absent unless a full
   *     explanation was asked for, and where nothing makes this item fall
   */
  public record Reason(
      String kind,
      String sentence,
      List<Step> path,
      @Nullable NamedItem because,
      @Nullable Counterfactual counterfactual) {}

  /** An item with the name that users see. */
  public record NamedItem(String itemId, String name) {}

  /**
   * One step of a path: an edge of the graph, in either direction.
   *
   * @param fromName what people call {@code from}
   * @param toName what people call {@code to}
   */
  public record Step(
      String from,
      @Nullable String fromName,
      String relation,
      String to,
      @Nullable String toName) {}

  /**
   * Where an item would stand without another in the user's history: the one, of the last 20 met,
   * without which it falls the furthest.
   *
   * @param withoutItemId what is taken out of the history
   * @param rankBefore the item's place in this answer
   * @param rankAfter its place without, counted on where the list ends; 1001 if it is further down
   *     than 1000
   * @param sentence for a person
   */
  public record Counterfactual(
      String withoutItemId, int rankBefore, int rankAfter, String sentence) {}

  /**
   * What one item the user met adds to the personal part of a score: its Shapley value.
   *
   * @param itemId absent for all that lie before the last 20 met, taken together
   * @param name what users see
   */
  public record Contribution(@Nullable String itemId, String name, double value) {}
}
