package io.lorecast.bindings.sqs;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The client of the test's server, in place of that of AWS. */
public final class TestClients {

  @Produces
  @Singleton
  SqsAsyncClient queues(@ConfigProperty(name = ElasticMq.ENDPOINT) String endpoint) {
    return ElasticMq.client(endpoint);
  }
}
