package io.lorecast.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;

/** The CDK application: what {@code cdk.json} runs. */
public final class LorecastApp {

  private LorecastApp() {}

  /** Synthesises every stack into the folder that the CDK names, or {@code cdk.out}. */
  public static void main(String[] arguments) {
    App app = new App();
    stacks(app);
    app.synth();
  }

  /** Adds every stack to {@code app}, and the checks of cdk-nag, which fail the synthesis. */
  static Stacks stacks(App app) {
    Settings settings = Settings.of(app.getNode());
    DataStack data = new DataStack(app, settings);
    EventsStack events = new EventsStack(app, settings, data.key());
    FunctionsStack functions = new FunctionsStack(app, settings, data, events);
    ApiStack api = new ApiStack(app, settings, functions);
    EncodeStack encode = new EncodeStack(app, settings, data, events);
    OperationsStack operations =
        new OperationsStack(
            app, settings, new OperationsStack.Watched(data, events, functions, api));
    Aspects.of(app).add(new AwsSolutionsChecks());
    return new Stacks(data, events, functions, api, encode, operations);
  }

  /** Every stack. */
  record Stacks(
      DataStack data,
      EventsStack events,
      FunctionsStack functions,
      ApiStack api,
      EncodeStack encode,
      OperationsStack operations) {}
}
