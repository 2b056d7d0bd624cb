package io.lorecast.infra;

import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.applicationautoscaling.AdjustmentType;
import software.amazon.awscdk.services.applicationautoscaling.BasicStepScalingPolicyProps;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.applicationautoscaling.ScalingInterval;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.RepositoryEncryption;
import software.amazon.awscdk.services.ecs.AmiHardwareType;
import software.amazon.awscdk.services.ecs.AsgCapacityProvider;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.CapacityProviderStrategy;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.Ec2Service;
import software.amazon.awscdk.services.ecs.Ec2TaskDefinition;
import software.amazon.awscdk.services.ecs.EcsOptimizedImage;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.NetworkMode;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The encoder on machines with a GPU, which Lambda has not: none while its queue is empty, more the
 * more waits. Messages in flight count too, or the last machine would go while it still works.
 */
final class EncodeStack extends Stack {

  private static final String ARTIFACT = "lorecast-item-added";
  private static final Set<String> WRITTEN =
      Set.of("items", "vectors-content", "vectors-views", "vectors-labels");
  private static final String PASSWORD = FunctionsStack.PASSWORD;
  private static final int DISK_GB = 60;
  private static final int MEMORY_MB = 12_000;

  EncodeStack(Construct scope, Settings settings, DataStack data, EventsStack events) {
    super(scope, settings.name() + "-encode");
    Queue queue = events.queue(EventsStack.ENCODER);
    Repository images =
        Repository.Builder.create(this, "Images")
            .repositoryName(settings.name() + "/" + ARTIFACT)
            .imageScanOnPush(true)
            .encryption(RepositoryEncryption.KMS)
            .encryptionKey(data.key())
            .build();
    Ec2TaskDefinition task = task(settings, data, events, images);
    queue.grantConsumeMessages(task.getTaskRole());
    events.deadLetters(EventsStack.ENCODER).grantSendMessages(task.getTaskRole());
    events.bus().grantPutEventsTo(task.getTaskRole());
    data.tables()
        .forEach(
            (name, table) -> {
              table.grantReadData(task.getTaskRole());
              if (WRITTEN.contains(name)) {
                table.grantWriteData(task.getTaskRole());
              }
            });
    scale(service(settings, data, task), queue, settings.encoders());
    Findings.accept(
        this,
        Findings.because(
            "AwsSolutions-ECS2",
            "The environment says where things are; the one secret comes from Secrets Manager."),
        Findings.because(
            "AwsSolutions-AS3",
            "Machines come and go with the queue, which is alarmed on; each of them is no news."),
        Findings.because(
            "AwsSolutions-IAM5",
            "What the agent of ECS needs to join its cluster, as the CDK grants it.",
            "Resource::*",
            "Action::ecs:Submit*"));
    Findings.acceptGrants(this);
  }

  private Ec2TaskDefinition task(
      Settings settings, DataStack data, EventsStack events, Repository images) {
    Ec2TaskDefinition task =
        Ec2TaskDefinition.Builder.create(this, "Task").networkMode(NetworkMode.AWS_VPC).build();
    Map<String, String> environment = FunctionsStack.surroundings(data, events);
    environment.remove(PASSWORD);
    environment.putAll(events.toldOfDeadLetters(EventsStack.ENCODER));
    environment.put("LORECAST_SQS_URL", events.queue(EventsStack.ENCODER).getQueueUrl());
    LogGroup log =
        LogGroup.Builder.create(this, "Log")
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    task.addContainer(
        "encoder",
        ContainerDefinitionOptions.builder()
            .image(ContainerImage.fromEcrRepository(images, settings.encoderTag()))
            .gpuCount(1)
            .memoryLimitMiB(MEMORY_MB)
            .readonlyRootFilesystem(true)
            .user("65532")
            .environment(environment)
            .secrets(Map.of(PASSWORD, Secret.fromSecretsManager(data.cache().passwordSecret())))
            .logging(
                LogDriver.awsLogs(
                    AwsLogDriverProps.builder().logGroup(log).streamPrefix("encoder").build()))
            .build());
    return task;
  }

  private Ec2Service service(Settings settings, DataStack data, Ec2TaskDefinition task) {
    Cluster cluster =
        Cluster.Builder.create(this, "Cluster")
            .vpc(data.network().vpc())
            .containerInsightsV2(ContainerInsights.ENABLED)
            .build();
    AsgCapacityProvider machines =
        AsgCapacityProvider.Builder.create(this, "Machines")
            .autoScalingGroup(machines(settings, data))
            .enableManagedTerminationProtection(false)
            .enableManagedDraining(true)
            .build();
    cluster.addAsgCapacityProvider(machines);
    return Ec2Service.Builder.create(this, "Encoder")
        .cluster(cluster)
        .taskDefinition(task)
        .desiredCount(0)
        .minHealthyPercent(0)
        .circuitBreaker(DeploymentCircuitBreaker.builder().rollback(true).build())
        .securityGroups(List.of(data.network().functions()))
        .capacityProviderStrategies(
            List.of(
                CapacityProviderStrategy.builder()
                    .capacityProvider(machines.getCapacityProviderName())
                    .weight(1)
                    .build()))
        .build();
  }

  private AutoScalingGroup machines(Settings settings, DataStack data) {
    LaunchTemplate template =
        LaunchTemplate.Builder.create(this, "Machine")
            .instanceType(new InstanceType("g4dn.xlarge"))
            .machineImage(EcsOptimizedImage.amazonLinux2(AmiHardwareType.GPU))
            .userData(UserData.forLinux())
            .requireImdsv2(true)
            .securityGroup(data.network().functions())
            .role(
                Role.Builder.create(this, "MachineRole")
                    .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                    .build())
            .blockDevices(
                List.of(
                    BlockDevice.builder()
                        .deviceName("/dev/xvda")
                        .volume(
                            BlockDeviceVolume.ebs(
                                DISK_GB, EbsDeviceOptions.builder().encrypted(true).build()))
                        .build()))
            .build();
    return AutoScalingGroup.Builder.create(this, "MachineGroup")
        .vpc(data.network().vpc())
        .launchTemplate(template)
        .minCapacity(0)
        .maxCapacity(settings.encoders())
        .build();
  }

  private static void scale(Ec2Service service, Queue queue, int most) {
    IMetric waiting =
        MathExpression.Builder.create()
            .expression("visible + inFlight")
            .usingMetrics(
                Map.of(
                    "visible", queue.metricApproximateNumberOfMessagesVisible(),
                    "inFlight", queue.metricApproximateNumberOfMessagesNotVisible()))
            .period(Duration.minutes(1))
            .build();
    service
        .autoScaleTaskCount(EnableScalingProps.builder().minCapacity(0).maxCapacity(most).build())
        .scaleOnMetric(
            "Waiting",
            BasicStepScalingPolicyProps.builder()
                .metric(waiting)
                .adjustmentType(AdjustmentType.EXACT_CAPACITY)
                .cooldown(Duration.minutes(2))
                .scalingSteps(
                    List.of(
                        ScalingInterval.builder().upper(0).change(0).build(),
                        ScalingInterval.builder().lower(1).upper(1_000).change(1).build(),
                        ScalingInterval.builder().lower(1_000).change(most).build()))
                .build());
  }
}
