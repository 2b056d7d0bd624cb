package io.lorecast.infra;

import io.lorecast.events.EventTypes;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;

/** The light functions on Lambda, each behind its queue, and the schedule of the refresh. */
final class FunctionsStack extends Stack {

  /** What the environment calls the password of the hot state. */
  static final String PASSWORD = "QUARKUS_REDIS_PASSWORD";

  private static final String HANDLER =
      "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
  private static final int BATCH = 10;
  private static final Duration GATHERING = Duration.seconds(1);

  private final DataStack data;
  private final EventsStack events;
  private final Map<LightFunction, Function> functions = new EnumMap<>(LightFunction.class);
  private final Map<LightFunction, Alias> aliases = new EnumMap<>(LightFunction.class);

  FunctionsStack(Construct scope, Settings settings, DataStack data, EventsStack events) {
    super(scope, settings.name() + "-functions");
    this.data = data;
    this.events = events;
    for (LightFunction each : settings.deployed()) {
      Function function = create(each, settings);
      grant(each, function);
      Alias alias =
          Alias.Builder.create(this, each.id() + "-live")
              .aliasName("live")
              .version(function.getCurrentVersion())
              .build();
      alias.addEventSource(
          SqsEventSource.Builder.create(events.queue(each.id()))
              .batchSize(BATCH)
              .maxBatchingWindow(GATHERING)
              .reportBatchItemFailures(true)
              .maxConcurrency(Math.max(2, each.size().concurrency()))
              .build());
      functions.put(each, function);
      aliases.put(each, alias);
    }
    settings.knowledgeModel().ifPresent(this::allowToAsk);
    schedule(settings);
    Findings.accept(
        this,
        Findings.because(
            "AwsSolutions-IAM4",
            "The policies that AWS keeps for writing a log and for being in a network.",
            "Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
            "Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"),
        Findings.because("AwsSolutions-IAM5", "X-Ray knows no resources to name.", "Resource::*"));
    Findings.acceptGrants(this);
  }

  private Function create(LightFunction each, Settings settings) {
    LogGroup log =
        LogGroup.Builder.create(this, each.id() + "-log")
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    Function function =
        Function.Builder.create(this, each.id())
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.X86_64)
            .handler(HANDLER)
            .code(Code.fromAsset(settings.packageOf(each).toString()))
            .memorySize(each.size().memory())
            .timeout(Duration.seconds(each.size().timeout()))
            .reservedConcurrentExecutions(each.size().concurrency())
            .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
            .tracing(Tracing.ACTIVE)
            .environment(environmentOf(each, settings))
            .environmentEncryption(data.key())
            .logGroup(log)
            .vpc(data.network().vpc())
            .securityGroups(List.of(data.network().functions()))
            .build();
    Annotations.of(function)
        .acknowledgeWarning(
            "@aws-cdk/aws-lambda:snapStartRequirePublish", "The alias publishes a version.");
    return function;
  }

  private Map<String, String> environmentOf(LightFunction each, Settings settings) {
    Map<String, String> environment = surroundings(data, events);
    environment.putAll(events.toldOfDeadLetters(each.id()));
    // Quarkus' worker threads ask for it; in other packages the manifest of the jar grants it.
    environment.put("JAVA_TOOL_OPTIONS", "--add-opens=java.base/java.lang=ALL-UNNAMED");
    if (each == LightFunction.KNOWLEDGE) {
      environment.put("LORECAST_KNOWLEDGE_PROVIDER", "bedrock");
      environment.put("LORECAST_KNOWLEDGE_MODEL", settings.knowledgeModel().orElseThrow());
    }
    return environment;
  }

  /** The one function that asks a model may ask this one, through Bedrock's endpoint. */
  private void allowToAsk(String model) {
    String arn =
        model.startsWith("arn:")
            ? model
            : formatArn(
                ArnComponents.builder()
                    .service("bedrock")
                    .account("")
                    .resource("foundation-model")
                    .resourceName(model)
                    .build());
    function(LightFunction.KNOWLEDGE)
        .addToRolePolicy(
            PolicyStatement.Builder.create()
                .actions(List.of("bedrock:InvokeModel"))
                .resources(List.of(arn))
                .build());
  }

  /** Returns what a process of Lorecast must be told about where it runs. */
  static Map<String, String> surroundings(DataStack data, EventsStack events) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("QUARKUS_REDIS_HOSTS", data.cache().uri());
    environment.put(PASSWORD, data.cache().password());
    environment.put("LORECAST_STORES_DYNAMODB_TABLE_PREFIX", data.tablePrefix());
    environment.put("LORECAST_AWS_EVENT_BUS", events.bus().getEventBusName());
    return environment;
  }

  /**
   * Anyone may read; each table has one writer; everyone may answer with an event, and put what it
   * gives up among its own dead letters.
   */
  private void grant(LightFunction each, Function function) {
    data.tables()
        .forEach(
            (name, table) -> {
              table.grantReadData(function);
              if (each.written().contains(name)) {
                table.grantWriteData(function);
              }
            });
    events.bus().grantPutEventsTo(function);
    events.deadLetters(each.id()).grantSendMessages(function);
  }

  /** An event a night, as anybody else could send it: the bus takes it to the function. */
  private void schedule(Settings settings) {
    Role role =
        Role.Builder.create(this, "Scheduler")
            .assumedBy(new ServicePrincipal("scheduler.amazonaws.com"))
            .build();
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("events:PutEvents"))
            .resources(List.of(events.bus().getEventBusArn()))
            .build());
    CfnSchedule.Builder.create(this, "NightlyRefresh")
        .description("Asks " + settings.name() + " for a new model")
        .scheduleExpression("cron(0 3 * * ? *)")
        .flexibleTimeWindow(
            CfnSchedule.FlexibleTimeWindowProperty.builder()
                .mode("FLEXIBLE")
                .maximumWindowInMinutes(30)
                .build())
        .target(
            CfnSchedule.TargetProperty.builder()
                .arn(events.bus().getEventBusArn())
                .roleArn(role.getRoleArn())
                .eventBridgeParameters(
                    CfnSchedule.EventBridgeParametersProperty.builder()
                        .detailType(EventTypes.MODEL_REFRESH)
                        .source("lorecast.schedule")
                        .build())
                .input("{\"refreshId\": \"<aws.scheduler.execution-id>\"}")
                .build())
        .build();
  }

  /** Returns the functions themselves. */
  Map<LightFunction, Function> functions() {
    return functions;
  }

  /** Returns {@code function} itself. */
  Function function(LightFunction function) {
    return Objects.requireNonNull(functions.get(function), function::id);
  }

  /** Returns the published version of {@code function} that serves. */
  Alias alias(LightFunction function) {
    return Objects.requireNonNull(aliases.get(function), function::id);
  }
}
