package io.lorecast.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** What is watched: alarms to one topic, a dashboard, and a budget. */
final class OperationsStack extends Stack {

  private static final Duration PERIOD = Duration.minutes(5);

  private final Topic alarms;

  /** What the alarms and the dashboard look at. */
  record Watched(DataStack data, EventsStack events, FunctionsStack functions, ApiStack api) {}

  OperationsStack(Construct scope, Settings settings, Watched watched) {
    super(scope, settings.name() + "-operations");
    this.alarms =
        Topic.Builder.create(this, "Alarms")
            .masterKey(watched.data().key())
            .enforceSsl(true)
            .build();
    watched
        .events()
        .deadLetters()
        .forEach(
            (name, queue) ->
                alarm(
                    name + "-dead-letters",
                    "Events that " + name + " could not apply; each message there says why.",
                    queue.metricApproximateNumberOfMessagesVisible(),
                    0));
    watched
        .events()
        .queues()
        .forEach(
            (name, queue) ->
                alarm(
                    name + "-late",
                    "Events have been waiting for " + name + " for longer than 15 minutes.",
                    queue.metricApproximateAgeOfOldestMessage(),
                    900));
    watched.functions().functions().forEach(this::watch);
    alarm(
        "recommend-slow",
        "One of 100 recommendations takes longer than a second.",
        watched
            .functions()
            .function(LightFunction.RECOMMEND_REQUEST)
            .metricDuration(MetricOptions.builder().statistic("p99").period(PERIOD).build()),
        1_000);
    alarm(
        "api-fails",
        "The API answers with 5xx.",
        watched.api().api().metricServerError(MetricOptions.builder().period(PERIOD).build()),
        5);
    alarm(
        "cache-full",
        "The hot state fills its node.",
        cache(watched, "DatabaseMemoryUsagePercentage"),
        80);
    alarm(
        "cache-busy",
        "The hot state needs a larger node.",
        cache(watched, "EngineCPUUtilization"),
        80);
    dashboard(settings, watched);
    budget(settings);
  }

  private void watch(LightFunction each, Function function) {
    MetricOptions sum = MetricOptions.builder().statistic("Sum").period(PERIOD).build();
    alarm(each.id() + "-fails", each.id() + " fails.", function.metricErrors(sum), 0);
    alarm(
        each.id() + "-throttled",
        each.id() + " needs more reserved concurrency.",
        function.metricThrottles(sum),
        10);
  }

  private void alarm(String id, String text, IMetric metric, int above) {
    Alarm alarm =
        Alarm.Builder.create(this, id)
            .alarmDescription(text)
            .metric(metric)
            .threshold(above)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .evaluationPeriods(1)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    alarm.addAlarmAction(new SnsAction(alarms));
  }

  private static Metric cache(Watched watched, String name) {
    return Metric.Builder.create()
        .namespace("AWS/ElastiCache")
        .metricName(name)
        .dimensionsMap(Map.of("CacheClusterId", watched.data().cache().firstNode()))
        .statistic("Maximum")
        .period(PERIOD)
        .build();
  }

  private void dashboard(Settings settings, Watched watched) {
    Dashboard dashboard =
        Dashboard.Builder.create(this, "Dashboard").dashboardName(settings.name()).build();
    var functions = watched.functions().functions().values();
    dashboard.addWidgets(
        graph("Invocations", functions.stream().map(Function::metricInvocations).toList()),
        graph("Duration", functions.stream().map(Function::metricDuration).toList()),
        graph("Errors", functions.stream().map(Function::metricErrors).toList()));
    dashboard.addWidgets(
        graph(
            "Waiting",
            watched.events().queues().values().stream()
                .map(queue -> queue.metricApproximateNumberOfMessagesVisible())
                .toList()),
        graph(
            "Dead letters",
            watched.events().deadLetters().values().stream()
                .map(queue -> queue.metricApproximateNumberOfMessagesVisible())
                .toList()),
        graph("Hot state, %", List.of(cache(watched, "EngineCPUUtilization"))));
  }

  private static GraphWidget graph(String title, List<? extends IMetric> metrics) {
    return GraphWidget.Builder.create().title(title).left(List.copyOf(metrics)).width(8).build();
  }

  private void budget(Settings settings) {
    CfnBudget.Builder.create(this, "Budget")
        .budget(
            CfnBudget.BudgetDataProperty.builder()
                .budgetType("COST")
                .timeUnit("MONTHLY")
                .budgetLimit(
                    CfnBudget.SpendProperty.builder()
                        .amount(settings.monthlyBudget())
                        .unit("USD")
                        .build())
                .build())
        .notificationsWithSubscribers(
            List.of(
                CfnBudget.NotificationWithSubscribersProperty.builder()
                    .notification(
                        CfnBudget.NotificationProperty.builder()
                            .notificationType("FORECASTED")
                            .comparisonOperator("GREATER_THAN")
                            .threshold(100)
                            .build())
                    .subscribers(
                        List.of(
                            CfnBudget.SubscriberProperty.builder()
                                .subscriptionType("SNS")
                                .address(alarms.getTopicArn())
                                .build()))
                    .build()))
        .build();
  }
}
