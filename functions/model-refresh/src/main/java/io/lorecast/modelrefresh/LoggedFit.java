package io.lorecast.modelrefresh;

import io.lorecast.learning.FitListener;
import org.jboss.logging.Logger;

/** Writes the figures of a fit into the log. */
final class LoggedFit implements FitListener {

  private static final Logger LOG = Logger.getLogger(LoggedFit.class);

  @Override
  public void swept(int sweep, double loss) {
    LOG.infof("sweep %d: loss %.4f", sweep, loss);
  }

  @Override
  public void mapped(double ridge, double explained) {
    LOG.infof("map from knowledge: lambda %s, %.4f of held-out scores foretold", ridge, explained);
  }
}
