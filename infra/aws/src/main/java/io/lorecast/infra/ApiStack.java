package io.lorecast.infra;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * The way in over HTTP. Callers sign their requests (AWS Signature 4) with a role that may invoke
 * the API; so there is no key to leak and none to rotate.
 */
final class ApiStack extends Stack {

  private static final int REQUESTS_A_SECOND = 100;
  private static final int BURST = 200;

  private final HttpApi api;

  ApiStack(Construct scope, Settings settings, FunctionsStack functions) {
    super(scope, settings.name() + "-api");
    this.api =
        HttpApi.Builder.create(this, "Api")
            .apiName(settings.name())
            .description("Recommendations, and what users did with them")
            .defaultAuthorizer(new HttpIamAuthorizer())
            .build();
    for (LightFunction each : List.of(LightFunction.RECOMMEND_REQUEST, LightFunction.FEEDBACK)) {
      api.addRoutes(
          AddRoutesOptions.builder()
              .path("/" + each.id())
              .methods(List.of(HttpMethod.POST))
              .integration(new HttpLambdaIntegration(each.id(), functions.alias(each)))
              .build());
    }
    LogGroup log =
        LogGroup.Builder.create(this, "AccessLog")
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    CfnStage stage =
        (CfnStage)
            Objects.requireNonNull(
                Objects.requireNonNull(api.getDefaultStage()).getNode().getDefaultChild());
    stage.setDefaultRouteSettings(
        CfnStage.RouteSettingsProperty.builder()
            .throttlingRateLimit(REQUESTS_A_SECOND)
            .throttlingBurstLimit(BURST)
            .build());
    stage.setAccessLogSettings(
        CfnStage.AccessLogSettingsProperty.builder()
            .destinationArn(log.getLogGroupArn())
            .format(accessLogFormat())
            .build());
    CfnOutput.Builder.create(this, "Url").value(api.getApiEndpoint()).build();
  }

  /** One JSON object a request, without anything of its body. */
  private String accessLogFormat() {
    Map<String, String> format =
        Map.of(
            "requestId", "$context.requestId",
            "time", "$context.requestTime",
            "route", "$context.routeKey",
            "status", "$context.status",
            "latency", "$context.responseLatency",
            "caller", "$context.identity.userArn");
    return toJsonString(format);
  }

  HttpApi api() {
    return api;
  }
}
