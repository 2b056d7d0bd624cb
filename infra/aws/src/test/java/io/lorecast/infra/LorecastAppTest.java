package io.lorecast.infra;

import static io.lorecast.infra.Synthesised.STACKS;
import static io.lorecast.infra.Synthesised.resources;
import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.store.dynamodb.DynamoTables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What the templates say, which is what would be deployed. */
class LorecastAppTest {

  @Test
  void nothingIsLeftThatTheChecksOfAwsSolutionsFind() {
    List<String> found = new ArrayList<>();
    for (Stack stack : Synthesised.all()) {
      Annotations annotations = Annotations.fromStack(stack);
      Stream.of(
              annotations.findError("*", Match.stringLikeRegexp("AwsSolutions.*")),
              annotations.findWarning("*", Match.stringLikeRegexp(".*AwsSolutions.*")))
          .flatMap(Collection::stream)
          .forEach(each -> found.add(each.getId() + ": " + each.getEntry().getData()));
    }

    assertThat(found).isEmpty();
  }

  @Test
  void noTemplateNamesAnAccountOrARegion() {
    for (Stack stack : Synthesised.all()) {
      String template = Template.fromStack(stack).toJSON().toString();

      assertThat(template)
          .doesNotContainPattern("(?<![\\w.-])\\d{12}(?![\\w.-])")
          .doesNotContainPattern("\\b(us|eu|ap|sa|ca|me|af)-[a-z]+-\\d\\b");
    }
  }

  @Test
  void tablesAreThoseOfTheStoresWithBackupsAndAKeyOfOurOwn() {
    Collection<Map<String, Object>> tables =
        resources(STACKS.data(), "AWS::DynamoDB::Table").values();
    DynamoTables names = new DynamoTables("lorecast-");

    assertThat(tables.stream().map(table -> table.get("TableName")))
        .containsExactlyInAnyOrder(
            names.items(),
            names.entities(),
            names.timedEdges(),
            names.changes(),
            names.weights(),
            names.knowledge(),
            names.vectors("content"),
            names.vectors("views"),
            names.vectors("labels"),
            names.feedback(),
            names.models(),
            names.sequence(),
            names.edges(),
            names.edgesAway());
    assertThat(tables)
        .allSatisfy(
            table ->
                assertThat(table)
                    .containsEntry("BillingMode", "PAY_PER_REQUEST")
                    .containsEntry("DeletionProtectionEnabled", true)
                    .containsEntry(
                        "PointInTimeRecoverySpecification",
                        Map.of("PointInTimeRecoveryEnabled", true)))
        .allSatisfy(
            table -> assertThat(table.get("SSESpecification").toString()).contains("SSEType=KMS"));
  }

  @Test
  void onlyAnswersOfAModelExpire() {
    assertThat(
            resources(STACKS.data(), "AWS::DynamoDB::Table").values().stream()
                .filter(table -> table.containsKey("TimeToLiveSpecification")))
        .singleElement()
        .satisfies(
            table ->
                assertThat(table)
                    .containsEntry("TableName", new DynamoTables("lorecast-").knowledge())
                    .containsEntry(
                        "TimeToLiveSpecification",
                        Map.of("AttributeName", "expires", "Enabled", true)));
  }

  @Test
  void oneFunctionMayAskTheOneModelThatIsNamed() {
    List<String> asking =
        resources(STACKS.functions(), "AWS::IAM::Policy").values().stream()
            .map(policy -> policy.get("PolicyDocument").toString())
            .filter(policy -> policy.contains("bedrock"))
            .toList();

    assertThat(asking)
        .singleElement()
        .satisfies(
            policy ->
                assertThat(policy)
                    .contains("Action=bedrock:InvokeModel")
                    .contains("::foundation-model/" + Synthesised.MODEL));
    assertThat(resources(STACKS.data(), "AWS::EC2::VPCEndpoint").toString())
        .contains("bedrock-runtime");
  }

  @Test
  void whereNoModelIsNamedNobodyAsksOne() {
    Settings settings = Settings.of(new App().getNode());

    assertThat(settings.deployed())
        .hasSize(LightFunction.values().length - 1)
        .doesNotContain(LightFunction.KNOWLEDGE);
  }

  @Test
  void theCacheIsEncryptedAndHasASecondNode() {
    assertThat(resources(STACKS.data(), "AWS::ElastiCache::ReplicationGroup").values())
        .singleElement()
        .satisfies(
            cache ->
                assertThat(cache)
                    .containsEntry("Engine", "valkey")
                    .containsEntry("TransitEncryptionEnabled", true)
                    .containsEntry("AtRestEncryptionEnabled", true)
                    .containsEntry("ReplicasPerNodeGroup", 1)
                    .containsKey("AuthToken"));
  }

  @Test
  void everyHandledTypeHasARuleToItsFunctionsQueueOnAnArchivedBus() {
    Set<String> routed =
        resources(STACKS.events(), "AWS::Events::Rule").values().stream()
            .map(rule -> detailTypes(rule).getFirst())
            .collect(Collectors.toSet());
    Set<String> handled =
        Stream.concat(
                Stream.of(LightFunction.values()).flatMap(each -> each.types().stream()),
                EventsStack.ENCODER_TYPES.stream())
            .collect(Collectors.toSet());

    assertThat(routed).containsAll(handled);
    assertThat(resources(STACKS.events(), "AWS::Events::Archive")).hasSize(1);
  }

  @Test
  void aFailedMessageIsTriedThreeTimesAndAFunctionHasSixTimesItsTimeout() {
    Map<String, Map<String, Object>> queues = resources(STACKS.events(), "AWS::SQS::Queue");
    Collection<Map<String, Object>> working =
        queues.values().stream().filter(queue -> queue.containsKey("RedrivePolicy")).toList();

    assertThat(queues).hasSize(2 * (LightFunction.values().length + 1));
    assertThat(working)
        .hasSize(LightFunction.values().length + 1)
        .allSatisfy(
            queue ->
                assertThat(queue.get("RedrivePolicy").toString()).contains("maxReceiveCount=3"));
    assertThat(working.stream().map(queue -> number(queue.get("VisibilityTimeout"))))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(LightFunction.values()).map(each -> each.size().timeout() * 6),
                    Stream.of(15 * 60 * 6))
                .toList());
  }

  @Test
  void functionsReportEachFailedMessageAndHaveConcurrencyOfTheirOwn() {
    assertThat(resources(STACKS.functions(), "AWS::Lambda::EventSourceMapping").values())
        .hasSize(LightFunction.values().length)
        .allSatisfy(
            mapping ->
                assertThat(mapping)
                    .containsEntry("FunctionResponseTypes", List.of("ReportBatchItemFailures"))
                    .containsEntry("BatchSize", 10));
    assertThat(resources(STACKS.functions(), "AWS::Lambda::Function").values())
        .hasSize(LightFunction.values().length)
        .allSatisfy(
            function ->
                assertThat(function)
                    .containsKeys("ReservedConcurrentExecutions", "VpcConfig", "KmsKeyArn")
                    .containsEntry("SnapStart", Map.of("ApplyOn", "PublishedVersions")));
  }

  @Test
  void eachFunctionMayPutMessagesAmongItsOwnDeadLettersAlone() {
    Map<String, Map<String, Object>> policies = resources(STACKS.functions(), "AWS::IAM::Policy");

    for (LightFunction function : LightFunction.values()) {
      String own = "Queue" + function.id().replace("-", "") + "deadletters";
      assertThat(policies.entrySet())
          .filteredOn(policy -> policy.getKey().startsWith(function.id().replace("-", "")))
          .singleElement()
          .satisfies(
              policy ->
                  assertThat(statements(policy.getValue()))
                      .filteredOn(statement -> statement.toString().contains("sqs:SendMessage"))
                      .singleElement()
                      .satisfies(
                          statement ->
                              assertThat(statement.get("Resource").toString()).contains(own)));
    }
  }

  @Test
  void callersOfTheApiMustSignAndAreThrottled() {
    assertThat(resources(STACKS.api(), "AWS::ApiGatewayV2::Route").values())
        .hasSize(2)
        .allSatisfy(route -> assertThat(route).containsEntry("AuthorizationType", "AWS_IAM"));
    assertThat(resources(STACKS.api(), "AWS::ApiGatewayV2::Stage").values())
        .singleElement()
        .satisfies(
            stage ->
                assertThat(stage.get("DefaultRouteSettings").toString())
                    .contains("ThrottlingRateLimit=100"));
  }

  @Test
  void theRefreshIsAskedForEachNightByAnEvent() {
    assertThat(resources(STACKS.functions(), "AWS::Scheduler::Schedule").values())
        .singleElement()
        .satisfies(
            schedule ->
                assertThat(schedule.get("Target").toString())
                    .contains("DetailType=io.lorecast.model-refresh.v1")
                    .contains("refreshId"));
  }

  @Test
  void theEncoderGoesDownToNoneAndCountsMessagesInFlight() {
    assertThat(resources(STACKS.encode(), "AWS::ApplicationAutoScaling::ScalableTarget").values())
        .singleElement()
        .satisfies(target -> assertThat(number(target.get("MinCapacity"))).isZero());
    assertThat(resources(STACKS.encode(), "AWS::CloudWatch::Alarm").values())
        .isNotEmpty()
        .allSatisfy(
            alarm ->
                assertThat(alarm.get("Metrics").toString())
                    .contains("ApproximateNumberOfMessagesVisible")
                    .contains("ApproximateNumberOfMessagesNotVisible"));
    assertThat(resources(STACKS.encode(), "AWS::ECS::TaskDefinition").toString())
        .contains("Type=GPU")
        .contains("ReadonlyRootFilesystem=true");
  }

  @Test
  void whatFailsRaisesAnAlarmAndWhatItCostsIsBudgeted() {
    Map<String, Map<String, Object>> alarms =
        resources(STACKS.operations(), "AWS::CloudWatch::Alarm");

    assertThat(alarms.values())
        .allSatisfy(alarm -> assertThat((List<?>) alarm.get("AlarmActions")).hasSize(1));
    assertThat(alarms.keySet().stream().filter(id -> id.contains("deadletters")))
        .hasSize(LightFunction.values().length + 1);
    assertThat(resources(STACKS.operations(), "AWS::Budgets::Budget")).hasSize(1);
    assertThat(resources(STACKS.operations(), "AWS::CloudWatch::Dashboard")).hasSize(1);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> statements(Map<String, Object> policy) {
    return (List<Map<String, Object>>)
        ((Map<String, Object>) policy.get("PolicyDocument")).get("Statement");
  }

  @SuppressWarnings("unchecked")
  private static List<String> detailTypes(Map<String, Object> rule) {
    Object types = ((Map<String, Object>) rule.get("EventPattern")).get("detail-type");
    return types == null ? List.of("archive") : (List<String>) types;
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }
}
