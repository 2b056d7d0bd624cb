package io.lorecast.ranking;

import io.lorecast.predicate.Facts;
import io.lorecast.predicate.Numbers;
import io.lorecast.predicate.Predicate;
import java.util.List;

/**
 * What a request itself adds to the scores of items, whoever the user is. A score is the logarithm
 * of the odds that an item is chosen, up to a constant, so what multiplies the odds adds its
 * logarithm, and the parts of a score still add up to it.
 *
 * @param boosts each adds to the items it holds for
 * @param multipliers each adds by a number among the facts
 */
public record Adjustments(List<Boost> boosts, List<Multiplier> multipliers) {

  /** Nothing is added. */
  public static final Adjustments NONE = new Adjustments(List.of(), List.of());

  /** The most that one boost or multiplier adds or takes: the odds times or through 22,000. */
  public static final double MOST = 10;

  public Adjustments {
    boosts = List.copyOf(boosts);
    multipliers = List.copyOf(multipliers);
  }

  /** Adds {@code by}, -{@link #MOST} to MOST, where {@code when} holds. */
  public record Boost(Predicate when, double by) {
    public Boost {
      if (!(Math.abs(by) <= MOST)) {
        throw new IllegalArgumentException("by must be -10 to 10, was " + by);
      }
    }

    double of(Facts facts) {
      return when.holds(facts) ? by : 0;
    }
  }

  /**
   * Adds {@code perUnit * x + power * log(x)}, cut to at most {@link #MOST} either way, where x is
   * the first number among the values of the fact {@code name}: the odds are multiplied by
   * e^perUnit for each unit, and by x^power. Adds 0 to items without a number, and by power to
   * those whose number is not above 0.
   */
  public record Multiplier(String name, double perUnit, double power) {
    public Multiplier {
      if (!Double.isFinite(perUnit) || !Double.isFinite(power)) {
        throw new IllegalArgumentException("perUnit and power must be finite");
      }
    }

    double of(Facts facts) {
      double number = Numbers.first(facts, name);
      if (Double.isNaN(number)) {
        return 0;
      }
      double byPower = number > 0 ? power * Math.log(number) : 0;
      return Math.clamp(perUnit * number + byPower, -MOST, MOST);
    }
  }

  /** Returns what is added to the score of an item of these facts. */
  public double of(Facts facts) {
    double sum = 0;
    for (Boost boost : boosts) {
      sum += boost.of(facts);
    }
    for (Multiplier multiplier : multipliers) {
      sum += multiplier.of(facts);
    }
    return sum;
  }

  /** Returns a number that {@link #of} never exceeds, so that most items need not be asked. */
  double most() {
    double most = multipliers.size() * MOST;
    for (Boost boost : boosts) {
      most += Math.max(0, boost.by());
    }
    return most;
  }

  boolean isNone() {
    return boosts.isEmpty() && multipliers.isEmpty();
  }
}
