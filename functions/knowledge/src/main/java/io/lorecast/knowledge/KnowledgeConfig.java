package io.lorecast.knowledge;

import io.lorecast.knowledge.chat.ChatConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What is asked of a language model, and how much of it is believed. */
@ConfigMapping(prefix = "lorecast.knowledge")
public interface KnowledgeConfig {

  /** Which model is asked, and how. */
  @WithParentName
  ChatConfig chat();

  /**
   * The relations that may be said, each with the type of its objects; those of {@link
   * KnowledgeBeans#RELATIONS} if there are none.
   */
  Map<String, String> relations();

  /**
   * The types whose entities have proper names: these keep their case and must stand in the text.
   */
  @WithDefault("person,place")
  Set<String> properNames();

  /** At most how many characters of a description are read. */
  @WithDefault("6000")
  int textLength();

  /** At most how many facts an item may have. */
  @WithDefault("12")
  int facts();

  /** At most how many of them may have the same relation. */
  @WithDefault("4")
  int sameRelation();

  /** At most how many characters the name of an entity may have. */
  @WithDefault("60")
  int nameLength();

  /** Facts of which the model is less sure are left out; 0 to 1. */
  @WithDefault("0.5")
  double leastConfidence();

  /** The weight of an edge that the model is certain of, above 0 and at most 1. */
  @WithDefault("0.5")
  double trust();

  /** How long answers are remembered. */
  @WithDefault("P90D")
  Duration remembered();
}
