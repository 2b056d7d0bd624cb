/**
 * Fetches the models that Lorecast can run: {@link io.lorecast.models.ModelsCommand} is the command
 * line. Each file's hash stands in {@link io.lorecast.models.ModelCatalogue} and is checked; how a
 * model is run is left to the encoders module.
 */
@NullMarked
package io.lorecast.models;

import org.jspecify.annotations.NullMarked;
