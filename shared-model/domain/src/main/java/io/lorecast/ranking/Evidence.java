package io.lorecast.ranking;

import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.learning.Term;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
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

  Evidence(UserProfile profile, Map<ItemId, NeighbourRow> rows, CatalogueView view) {
    this.profile = profile;
    this.rows = rows;
    this.view = view;
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
    return Reason.general(Reason.Kind.POPULARITY);
  }

  private Optional<Reason> reason(Term term, int slot) {
    return switch (term) {
      case KNOWLEDGE -> knowledge(slot);
      case NEIGHBOURS -> neighbours(slot);
      case CONTENT -> strongest(Reason.Kind.CONTENT, profile.liked().content(slot));
      case BEHAVIOUR -> strongest(Reason.Kind.BEHAVIOUR, profile.liked().behaviour(slot));
      case POPULARITY -> Optional.of(Reason.general(Reason.Kind.POPULARITY));
      case TREND -> Optional.of(Reason.general(Reason.Kind.TREND));
      case SEQUENCE -> sequence(slot);
      case CONTEXT -> Optional.of(Reason.general(Reason.Kind.CONTEXT));
      case RULES, MISERY, EXPLORATION -> Optional.empty();
      // To be new says nothing to the user; what joins the item to them does.
      case BOOST ->
          knowledge(slot)
              .map(Reason::alsoNew)
              .or(() -> Optional.of(Reason.general(Reason.Kind.NEW)));
    };
  }

  private Optional<Reason> strongest(Reason.Kind kind, float[] amounts) {
    return shares(amounts).stream()
        .filter(share -> share.amount() > 0)
        .min(Share.ORDER)
        .map(share -> Reason.because(kind, MetItem.of(share.item(), true, view)));
  }

  /** Returns the liked items with what each adds, newest first. */
  private List<Share> shares(float[] amounts) {
    List<Share> shares = new ArrayList<>();
    for (int a = 0; a < amounts.length; a++) {
      shares.add(new Share(profile.liked().item(a), amounts[a]));
    }
    return shares;
  }

  private Optional<Reason> knowledge(int slot) {
    List<CatalogueItem> liked =
        knowledgeShares(slot).stream()
            // Likes of long ago are in no profile of knowledge.
            .filter(share -> share.amount() != 0)
            .sorted(Share.ORDER)
            .map(share -> view.item(view.slot(share.item())))
            .toList();
    return new GraphPaths(view::frequency)
        .strongest(liked, view.item(slot))
        .map(
            path ->
                Reason.along(
                    Reason.Kind.KNOWLEDGE,
                    MetItem.of(path.from().id(), true, view),
                    path.steps().stream().map(this::named).toList()));
  }

  /** Returns what each liked item adds to the knowledge term of {@code slot}. */
  private List<Share> knowledgeShares(int slot) {
    float[] amounts = profile.liked().knowledge(slot);
    for (int a = 0; a < amounts.length; a++) {
      amounts[a] += profile.attention().share(a, profile.liked().slot(a), slot);
    }
    return shares(amounts);
  }

  private Reason.Step named(GraphPath.Step step) {
    return new Reason.Step(named(step.from()), step.relation(), named(step.to()));
  }

  private Reason.Node named(EntityId entity) {
    return new Reason.Node(entity, view.name(entity));
  }

  private Optional<Reason> sequence(int slot) {
    return profile.sequence().shares().stream()
        .filter(share -> view.sequence.amount(slot, share) > 0)
        .max(Comparator.comparingDouble(share -> view.sequence.amount(slot, share)))
        .flatMap(SequenceFeatures.Share::step)
        .map(step -> near(step.item(), step.signal()));
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
    return Optional.ofNullable(strongest).map(met -> near(met.item(), met.signal()));
  }

  private Reason near(ItemId met, Signal signal) {
    return Reason.because(Reason.Kind.NEIGHBOURS, MetItem.of(met, signal == Signal.LIKED, view));
  }
}
