package io.lorecast.bindings;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** With a key set, lets only those in who show it; anybody may ask for health. */
@Singleton
class ApiKeyPolicy implements HttpSecurityPolicy {

  private final ApiKey key;
  private final String health;

  ApiKeyPolicy(
      ApiKey key,
      @ConfigProperty(name = "quarkus.smallrye-health.root-path", defaultValue = "health")
          String health) {
    this.key = key;
    this.health = "/q/" + health;
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext requestContext) {
    if (!key.isSet() || isHealth(request.normalizedPath())) {
      return CheckResult.permit();
    }
    return identity.map(caller -> new CheckResult(!caller.isAnonymous()));
  }

  private boolean isHealth(String path) {
    return path.equals(health) || path.startsWith(health + "/");
  }
}
