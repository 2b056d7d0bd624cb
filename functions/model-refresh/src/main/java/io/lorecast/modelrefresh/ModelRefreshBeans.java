package io.lorecast.modelrefresh;

import io.lorecast.learning.FitListener;
import io.lorecast.learning.FitSettings;
import io.lorecast.learning.FusionFitter;
import io.lorecast.learning.ModelFitter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the pure part. */
final class ModelRefreshBeans {

  @Produces
  @Singleton
  ModelFitter modelFitter() {
    return new ModelFitter(FitSettings.defaults(), FitListener.NONE);
  }

  @Produces
  @Singleton
  FusionFitter fusionFitter() {
    return new FusionFitter(FitSettings.defaults());
  }
}
