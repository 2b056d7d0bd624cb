package io.lorecast.fact;

/**
 * One thing that a language model says of an item, as it says it: nothing here has been judged.
 *
 * @param relation how the object has to do with the item, for example {@code theme}
 * @param object a name in the model's words, for example {@code Growing up}
 * @param confidence how sure the model says it is; 0 to 1 if it keeps to its schema
 */
public record Fact(String relation, String object, double confidence) {}
