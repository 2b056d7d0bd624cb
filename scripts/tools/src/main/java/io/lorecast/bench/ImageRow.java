package io.lorecast.bench;

import java.util.Map;

/**
 * How well one kind of vector finds images again.
 *
 * @param imagesPerSecond vectors made in a second of one core's time
 * @param hits how many of the altered copies find their original first, in [0, 1]
 */
record ImageRow(String name, double imagesPerSecond, Map<Alteration, Double> hits) {

  double hit(Alteration alteration) {
    return hits.getOrDefault(alteration, 0.);
  }
}
