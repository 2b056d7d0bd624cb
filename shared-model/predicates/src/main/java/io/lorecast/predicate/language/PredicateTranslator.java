package io.lorecast.predicate.language;

import io.lorecast.predicate.Comparison;
import io.lorecast.predicate.Predicate;
import io.lorecast.predicate.Predicate.All;
import io.lorecast.predicate.Predicate.Any;
import io.lorecast.predicate.Predicate.Known;
import io.lorecast.predicate.Predicate.Not;
import io.lorecast.predicate.Predicate.NumberIs;
import io.lorecast.predicate.Predicate.TextIn;
import io.lorecast.predicate.grammar.PredicateLanguageBaseVisitor;
import io.lorecast.predicate.grammar.PredicateLanguageParser.AmongContext;
import io.lorecast.predicate.grammar.PredicateLanguageParser.BothContext;
import io.lorecast.predicate.grammar.PredicateLanguageParser.ComparedContext;
import io.lorecast.predicate.grammar.PredicateLanguageParser.ContainedContext;
import io.lorecast.predicate.grammar.PredicateLanguageParser.EitherContext;
import io.lorecast.predicate.grammar.PredicateLanguageParser.GroupContext;
import io.lorecast.predicate.grammar.PredicateLanguageParser.KnownContext;
import io.lorecast.predicate.grammar.PredicateLanguageParser.LiteralContext;
import io.lorecast.predicate.grammar.PredicateLanguageParser.NegationContext;
import io.lorecast.predicate.grammar.PredicateLanguageParser.OperandContext;
import io.lorecast.predicate.grammar.PredicateLanguageParser.PredicateContext;
import io.lorecast.predicate.grammar.PredicateLanguageParser.RelatedContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a predicate of what was read, and checks that only like is compared with like. */
final class PredicateTranslator extends PredicateLanguageBaseVisitor<Predicate> {

  private final Names names = new Names();

  @Override
  public Predicate visitPredicate(PredicateContext context) {
    return visit(context.either());
  }

  @Override
  public Predicate visitEither(EitherContext context) {
    List<Predicate> parts = context.both().stream().map(this::visit).toList();
    return parts.size() == 1 ? parts.getFirst() : new Any(parts);
  }

  @Override
  public Predicate visitBoth(BothContext context) {
    List<Predicate> parts = context.single().stream().map(this::visit).toList();
    return parts.size() == 1 ? parts.getFirst() : new All(parts);
  }

  @Override
  public Predicate visitNegation(NegationContext context) {
    return new Not(visit(context.single()));
  }

  @Override
  public Predicate visitGroup(GroupContext context) {
    return visit(context.either());
  }

  @Override
  public Predicate visitKnown(KnownContext context) {
    return new Known(names.of(context.name()));
  }

  @Override
  public Predicate visitRelated(RelatedContext context) {
    OperandContext left = context.operand();
    return switch (context.relation()) {
      case ComparedContext compared -> compared(left, compared);
      case AmongContext among -> among(left, among.list().literal());
      case ContainedContext contained -> {
        requireOneOfEach(contained.operand(), left);
        yield oneOf(contained.operand(), List.of(left.literal()));
      }
      default -> throw new IllegalStateException("no relation: " + context.getText());
    };
  }

  private Predicate among(OperandContext name, List<LiteralContext> literals) {
    if (name.name() == null) {
      throw expectedName(name);
    }
    return oneOf(name, literals);
  }

  private Predicate compared(OperandContext left, ComparedContext context) {
    boolean turned = left.name() == null;
    OperandContext name = turned ? context.operand() : left;
    OperandContext literal = turned ? left : context.operand();
    requireOneOfEach(name, literal);
    String operator = context.operator.getText();
    return switch (operator) {
      case "==" -> oneOf(name, List.of(literal.literal()));
      case "!=" -> noneOf(name, List.of(literal.literal()));
      default -> ordered(name, literal, operator, turned);
    };
  }

  private Predicate ordered(
      OperandContext name, OperandContext literal, String operator, boolean turned) {
    Literal value = Literal.of(literal.literal());
    value.require(Type.NUMBER, "after or before " + operator);
    Comparison comparison =
        switch (operator) {
          case "<" -> Comparison.LESS;
          case "<=" -> Comparison.LESS_OR_EQUAL;
          case ">" -> Comparison.GREATER;
          default -> Comparison.GREATER_OR_EQUAL;
        };
    return new NumberIs(
        names.of(name.name(), value), turned ? comparison.mirrored() : comparison, value.number());
  }

  /** Returns what holds where a value of the name is one of the literals, all of one type. */
  private Predicate oneOf(OperandContext operand, List<LiteralContext> literals) {
    List<Literal> values = literals.stream().map(Literal::of).toList();
    Literal first = values.getFirst();
    values.forEach(value -> value.require(first.type(), "as the others of the list are"));
    String name = names.of(operand.name(), first);
    if (first.type() == Type.NUMBER) {
      List<Predicate> numbers =
          values.stream()
              .<Predicate>map(value -> new NumberIs(name, Comparison.EQUAL, value.number()))
              .toList();
      return numbers.size() == 1 ? numbers.getFirst() : new Any(numbers);
    }
    Set<String> texts = values.stream().map(Literal::text).collect(Collectors.toSet());
    return new TextIn(name, texts);
  }

  /** An item that lacks the fact is not said to differ in it; {@code not} says otherwise. */
  private Predicate noneOf(OperandContext operand, List<LiteralContext> literals) {
    Predicate same = oneOf(operand, literals);
    return new All(List.of(new Known(names.of(operand.name())), new Not(same)));
  }

  private static void requireOneOfEach(OperandContext name, OperandContext literal) {
    if (name.name() == null) {
      throw expectedName(name);
    }
    if (literal.literal() == null) {
      throw MisreadException.at(
          literal.getStart(),
          "a number, a text in quotes, true or false",
          "the name " + literal.getText());
    }
  }

  private static MisreadException expectedName(OperandContext operand) {
    return MisreadException.at(operand.getStart(), "a name", operand.getText());
  }
}
