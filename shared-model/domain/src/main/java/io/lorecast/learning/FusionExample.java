package io.lorecast.learning;

import io.lorecast.encoding.View;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.Map;

/**
 * An item that people like, as a fit of fusion weights sees it.
 *
 * @param views its vectors, by encoder and view
 * @param factors what they say of it, shape [K]; any scale
 * @param support how sure that is, above 0 and at most 1
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the fit
public record FusionExample(
    ItemId item, Map<String, Map<View, Embedding>> views, double[] factors, double support) {}
