package io.lorecast.knowledge.chat;

/** How a model is held to JSON; its answer is judged by the schema in any case. */
public enum Structure {
  /** The model is held to the schema itself. */
  SCHEMA,
  /** The model is held to JSON of any shape; the schema stands in the instructions. */
  JSON,
  /** The model is only told. */
  NONE
}
