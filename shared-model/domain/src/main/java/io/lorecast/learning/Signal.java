package io.lorecast.learning;

/** What an interaction says about the user's taste, once its kind has been weighed. */
public enum Signal {
  /** The user likes the item. */
  LIKED,
  /** The user met the item and did not say that they like it. */
  OTHER
}
