package io.lorecast.ranking;

import io.lorecast.learning.Features;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Term;
import io.lorecast.model.ItemId;
import io.lorecast.vector.VectorMath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what in a user's history a recommended item comes from. */
final class Evidence {

  /** How much a liked item adds to one term of another. */
  private record Share(ItemId item, float amount) {
    static final Comparator<Share> ORDER =
        Comparator.comparingDouble((Share share) -> -share.amount())
            .thenComparing(share -> share.item().value());
  }

  private final UserProfile profile;
  private final Map<ItemId, NeighbourRow> rows;
  private final CatalogueView view;
  private final Explanation explanation;

  Evidence(
      UserProfile profile,
      Map<ItemId, NeighbourRow> rows,
      CatalogueView view,
      Explanation explanation) {
    this.profile = profile;
    this.rows = rows;
    this.view = view;
    this.explanation = explanation;
  }

  /**
   * Returns the reason for {@code slot}: of the terms that set it apart, the first with a cause.
   */
  Reason reason(TermTable table, int candidate, int slot) {
    List<Term> terms = new ArrayList<>(List.of(Term.values()));
    terms.sort(Comparator.comparingDouble(term -> -table.salience(candidate, term)));
    for (Term term : terms) {
      if (table.value(candidate, term) > 0) {
        Optional<Reason> reason = reason(term, slot);
        if (reason.isPresent()) {
          return reason.get();
        }
      }
    }
    return explanation.general(Reason.Kind.POPULARITY);
  }

  private Optional<Reason> reason(Term term, int slot) {
    return switch (term) {
      case KNOWLEDGE -> knowledge(slot);
      case NEIGHBOURS -> neighbours(slot);
      case CONTENT ->
          strongest(slot, Features.CONTENT, Features.K)
              .map(item -> explanation.because(Reason.Kind.CONTENT, item));
      case BEHAVIOUR ->
          strongest(slot, Features.BEHAVIOUR, Features.CONTENT - Features.BEHAVIOUR)
              .map(item -> explanation.because(Reason.Kind.BEHAVIOUR, item));
      case POPULARITY -> Optional.of(explanation.general(Reason.Kind.POPULARITY));
      case TREND -> Optional.of(explanation.general(Reason.Kind.TREND));
      // To be new says nothing to the user; what joins the item to them does.
      case BOOST ->
          knowledge(slot)
              .map(Explanation::alsoNew)
              .or(() -> Optional.of(explanation.general(Reason.Kind.NEW)));
    };
  }

  private Optional<CatalogueItem> strongest(int slot, int from, int length) {
    return byShare(slot, from, length).stream()
        .filter(share -> share.amount() > 0)
        .min(Share.ORDER)
        .map(this::item);
  }

  /** Returns what each liked item adds by {@code length} features of {@code slot}. */
  private List<Share> byShare(int slot, int from, int length) {
    float[] features = new float[Features.SIZE];
    view.features.copy(slot, from, length, features, from);
    List<Share> shares = new ArrayList<>();
    for (UserProfile.LikedShare liked : profile.liked()) {
      float share = VectorMath.dot(features, from, liked.query(), from, length);
      shares.add(new Share(liked.item(), share));
    }
    return shares;
  }

  private CatalogueItem item(Share share) {
    return view.item(view.slot(share.item()));
  }

  private Optional<Reason> knowledge(int slot) {
    List<CatalogueItem> liked =
        byShare(slot, Features.KNOWLEDGE, Features.K).stream()
            // Likes of long ago are in no profile of knowledge.
            .filter(share -> share.amount() != 0)
            .sorted(Share.ORDER)
            .map(this::item)
            .toList();
    return new GraphPaths(view::frequency)
        .strongest(liked, view.item(slot))
        .map(path -> explanation.path(path, view));
  }

  private Optional<Reason> neighbours(int slot) {
    ItemId item = view.item(slot).id();
    RecentItem strongest = null;
    float greatest = 0;
    for (UserProfile.MetShare met : profile.met()) {
      NeighbourRow row = rows.getOrDefault(met.item().item(), NeighbourRow.EMPTY);
      float share = met.factor() * NeighbourSums.amount(row, met.item().signal(), item);
      if (share > greatest) {
        greatest = share;
        strongest = met.item();
      }
    }
    return Optional.ofNullable(strongest).map(met -> explanation.neighbours(met, view));
  }
}
