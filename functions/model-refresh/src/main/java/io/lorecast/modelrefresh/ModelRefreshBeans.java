package io.lorecast.modelrefresh;

import io.lorecast.learning.FitSettings;
import io.lorecast.learning.FusionFitter;
import io.lorecast.learning.ModelFitter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the pure part. */
final class ModelRefreshBeans {

  @Produces
  @Singleton
  ModelFitter modelFitter(ModelRefreshConfig config) {
    FitSettings settings =
        FitSettings.defaults()
            .withFactors(config.sweeps(), config.unobserved(), config.regularisation());
    return new ModelFitter(settings, new LoggedFit());
  }

  @Produces
  @Singleton
  FusionFitter fusionFitter() {
    return new FusionFitter(FitSettings.defaults());
  }
}
