package io.lorecast.explanation;

/** Whose likes a reason speaks of. */
public enum Subject {
  /** What the user did. */
  USER,
  /** What somebody looked at in this session, of whom no like is known. */
  SESSION,
  /** What a member of a group did. */
  MEMBER,
  /** What an item is like. */
  ITEM
}
