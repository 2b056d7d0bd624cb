package io.lorecast.learning;

import java.util.List;

/**
 * What each relation of the graph says of some candidates before its weight; see {@link
 * RelationWeights}.
 *
 * @param relations their names
 * @param values shape [candidates, relations], flat
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one step of the learner
public record RelationFeatures(List<String> relations, float[] values) {

  /** No relations. */
  public static final RelationFeatures NONE = new RelationFeatures(List.of(), new float[0]);
}
