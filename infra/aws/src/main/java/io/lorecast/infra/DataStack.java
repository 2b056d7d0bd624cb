package io.lorecast.infra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** The record (DynamoDB), the hot state (Valkey in a network without internet), and their key. */
final class DataStack extends Stack {

  private static final Attribute PARTITION = text("pk");

  /** What a model has answered can be asked again, so it may go by itself; nothing else does. */
  private static final String EXPIRES = "expires";

  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final String tablePrefix;
  private final Key key;
  private final Network network;
  private final Cache cache;

  DataStack(Construct scope, Settings settings) {
    super(scope, settings.name() + "-data");
    this.tablePrefix = settings.name() + "-";
    this.key =
        Key.Builder.create(this, "Key")
            .enableKeyRotation(true)
            .description("What Lorecast stores and queues")
            .build();
    for (String name :
        List.of(
            "items",
            "entities",
            "changes",
            "weights",
            "vectors-content",
            "vectors-views",
            "vectors-labels")) {
      table(name, null);
    }
    table("knowledge", null, EXPIRES);
    for (String name : List.of("feedback", "timed-edges", "edges", "edges-away")) {
      table(name, text("sk"));
    }
    for (String name : List.of("models", "sequence")) {
      table(name, number("sk"));
    }
    this.network = new Network(this, settings.knowledgeModel().isPresent());
    this.cache = new Cache(this, network, key);
    Findings.accept(
        this,
        Findings.because(
            "AwsSolutions-SMG4",
            "A new password needs new versions of the functions: it is changed by a deployment."));
  }

  private void table(String name, @Nullable Attribute sort) {
    table(name, sort, null);
  }

  private void table(String name, @Nullable Attribute sort, @Nullable String expires) {
    Table.Builder table =
        Table.Builder.create(this, "Table-" + name)
            .tableName(tablePrefix + name)
            .partitionKey(PARTITION)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .timeToLiveAttribute(expires)
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .encryption(TableEncryption.CUSTOMER_MANAGED)
            .encryptionKey(key)
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.RETAIN);
    if (sort != null) {
      table.sortKey(sort);
    }
    tables.put(name, table.build());
  }

  private static Attribute number(String name) {
    return Attribute.builder().name(name).type(AttributeType.NUMBER).build();
  }

  private static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }

  /** Returns the tables by what they hold. */
  Map<String, Table> tables() {
    return tables;
  }

  /** Returns what the name of each table starts with. */
  String tablePrefix() {
    return tablePrefix;
  }

  /** Returns the key that encrypts what is stored. */
  Key key() {
    return key;
  }

  Network network() {
    return network;
  }

  Cache cache() {
    return cache;
  }
}
