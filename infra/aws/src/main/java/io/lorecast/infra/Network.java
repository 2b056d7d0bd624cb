package io.lorecast.infra;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/**
 * A network of its own without a way to or from the internet: AWS's services are reached through
 * endpoints. So it needs no NAT gateway, and what runs in it cannot send data elsewhere.
 */
final class Network extends Construct {

  private static final int HTTPS = 443;

  private final Vpc vpc;
  private final SecurityGroup functions;

  /**
   * Creates a network.
   *
   * @param asksModels whether Bedrock is to be reached as well
   */
  Network(Construct scope, boolean asksModels) {
    super(scope, "Network");
    this.vpc =
        Vpc.Builder.create(this, "Vpc")
            .maxAzs(2)
            .natGateways(0)
            .subnetConfiguration(
                List.of(
                    SubnetConfiguration.builder()
                        .name("inner")
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build()))
            .build();
    vpc.addFlowLog("Flows", FlowLogOptions.builder().build());
    this.functions =
        SecurityGroup.Builder.create(this, "Functions")
            .vpc(vpc)
            .allowAllOutbound(true)
            .description("Whatever runs Lorecast")
            .build();
    Stream.of(GatewayVpcEndpointAwsService.DYNAMODB, GatewayVpcEndpointAwsService.S3)
        .forEach(this::gateway);
    addInterface("Events", InterfaceVpcEndpointAwsService.EVENTBRIDGE);
    addInterface("Queues", InterfaceVpcEndpointAwsService.SQS);
    addInterface("Logs", InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS);
    if (asksModels) {
      addInterface("Models", InterfaceVpcEndpointAwsService.BEDROCK_RUNTIME);
    }
    // What a machine with a GPU needs to join the cluster and to fetch its image.
    addInterface("Secrets", InterfaceVpcEndpointAwsService.SECRETS_MANAGER);
    addInterface("Images", InterfaceVpcEndpointAwsService.ECR);
    addInterface("ImageLayers", InterfaceVpcEndpointAwsService.ECR_DOCKER);
    addInterface("Cluster", InterfaceVpcEndpointAwsService.ECS);
    addInterface("ClusterAgent", InterfaceVpcEndpointAwsService.ECS_AGENT);
    addInterface("ClusterTelemetry", InterfaceVpcEndpointAwsService.ECS_TELEMETRY);
  }

  private void gateway(GatewayVpcEndpointAwsService service) {
    String id = service == GatewayVpcEndpointAwsService.S3 ? "Objects" : "Tables";
    vpc.addGatewayEndpoint(id, GatewayVpcEndpointOptions.builder().service(service).build());
  }

  private void addInterface(String id, InterfaceVpcEndpointAwsService service) {
    SecurityGroup door =
        SecurityGroup.Builder.create(this, id + "Door").vpc(vpc).allowAllOutbound(false).build();
    door.addIngressRule(
        Peer.securityGroupId(functions.getSecurityGroupId()), Port.tcp(HTTPS), "from Lorecast");
    vpc.addInterfaceEndpoint(
        id,
        InterfaceVpcEndpointOptions.builder()
            .service(service)
            .securityGroups(List.of(door))
            .open(false)
            .build());
  }

  Vpc vpc() {
    return vpc;
  }

  /** Returns the security group of whatever runs Lorecast. */
  SecurityGroup functions() {
    return functions;
  }
}
