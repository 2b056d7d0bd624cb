package io.lorecast.learning;

/** Hears of the progress of a fit, on its thread. */
public interface FitListener {

  /** Hears nothing. */
  FitListener NONE =
      new FitListener() {
        @Override
        public void swept(int sweep, double loss) {
          // nobody asked
        }

        @Override
        public void mapped(double ridge, double explained) {
          // nobody asked
        }
      };

  /**
   * A sweep over the batch factors is done.
   *
   * @param sweep from 1
   * @param loss the objective of {@link ImplicitAls}, above 0; it never rises
   */
  void swept(int sweep, double loss);

  /**
   * The map from knowledge to factors is fitted.
   *
   * @param ridge the lambda that was chosen
   * @param explained the share of what tells the held-out items apart that it foretold, at most 1;
   *     NaN where too few items have been liked to hold any out
   */
  void mapped(double ridge, double explained);
}
