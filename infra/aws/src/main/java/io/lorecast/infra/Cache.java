package io.lorecast.infra;

import java.util.List;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticache.CfnReplicationGroup;
import software.amazon.awscdk.services.elasticache.CfnSubnetGroup;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * The hot state: Valkey on two nodes, one of which takes over when the other fails. Not in cluster
 * mode, since a tenant is one key slot. What is lost with both is rebuilt from the record.
 */
final class Cache extends Construct {

  /** Not one that every scanner tries first; TLS and a password guard it all the same. */
  static final int PORT = 6380;

  private static final int PASSWORD_LENGTH = 64;

  private final CfnReplicationGroup group;
  private final Secret password;

  Cache(Construct scope, Network network, Key key) {
    super(scope, "Cache");
    SecurityGroup door =
        SecurityGroup.Builder.create(this, "Door")
            .vpc(network.vpc())
            .allowAllOutbound(false)
            .build();
    door.addIngressRule(
        Peer.securityGroupId(network.functions().getSecurityGroupId()),
        Port.tcp(PORT),
        "from Lorecast");
    this.password =
        Secret.Builder.create(this, "Password")
            .generateSecretString(
                SecretStringGenerator.builder()
                    .passwordLength(PASSWORD_LENGTH)
                    .excludePunctuation(true)
                    .build())
            .build();
    CfnSubnetGroup subnets =
        CfnSubnetGroup.Builder.create(this, "Subnets")
            .description("Where the hot state of Lorecast lies")
            .subnetIds(
                network.vpc().getIsolatedSubnets().stream()
                    .map(each -> each.getSubnetId())
                    .toList())
            .build();
    this.group =
        CfnReplicationGroup.Builder.create(this, "Valkey")
            .replicationGroupDescription("The hot state of Lorecast")
            .engine("valkey")
            .engineVersion("8.0")
            .cacheNodeType("cache.t4g.small")
            .numNodeGroups(1)
            .replicasPerNodeGroup(1)
            .automaticFailoverEnabled(true)
            .multiAzEnabled(true)
            .port(PORT)
            .cacheSubnetGroupName(subnets.getRef())
            .securityGroupIds(List.of(door.getSecurityGroupId()))
            .atRestEncryptionEnabled(true)
            .kmsKeyId(key.getKeyArn())
            .transitEncryptionEnabled(true)
            .authToken(password.getSecretValue().unsafeUnwrap())
            .snapshotRetentionLimit(1)
            .build();
  }

  /** Returns where clients find the node that takes writes, as a URI without the password. */
  String uri() {
    return Fn.join(
        "",
        List.of(
            "rediss://",
            group.getAttrPrimaryEndPointAddress(),
            ":",
            group.getAttrPrimaryEndPointPort()));
  }

  /** Returns the password, resolved when a stack is deployed and in no template. */
  String password() {
    return password.getSecretValue().unsafeUnwrap();
  }

  /** Returns the password for those who can fetch it themselves. */
  Secret passwordSecret() {
    return password;
  }

  /** Returns the id of the first node, as its metrics name it. */
  String firstNode() {
    return group.getRef() + "-001";
  }
}
