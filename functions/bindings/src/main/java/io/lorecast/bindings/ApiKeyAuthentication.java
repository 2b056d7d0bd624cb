package io.lorecast.bindings;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Knows a caller by the key in {@code Authorization: Bearer <key>} or {@code X-Api-Key: <key>}. A
 * wrong key is no key: the caller is nobody, and {@link ApiKeyPolicy} turns nobody away.
 */
@Singleton
class ApiKeyAuthentication implements HttpAuthenticationMechanism {

  private static final String BEARER = "Bearer ";
  private static final int UNAUTHORISED = 401;

  private final ApiKey key;

  ApiKeyAuthentication(ApiKey key) {
    this.key = key;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    String shown = shownBy(context);
    if (shown == null || !key.matches(shown)) {
      return Uni.createFrom().nullItem();
    }
    return Uni.createFrom()
        .item(
            QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("key-holder"))
                .build());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(UNAUTHORISED, "www-authenticate", "Bearer"));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    context.response().putHeader("www-authenticate", "Bearer");
    HttpReply.problem(
            Problem.of(
                UNAUTHORISED,
                "Unauthorised",
                "Send the key as Authorization: Bearer <key> or X-Api-Key: <key>."))
        .send(context.response());
    return Uni.createFrom().item(true);
  }

  private static @Nullable String shownBy(RoutingContext context) {
    String authorisation = context.request().getHeader("authorization");
    return authorisation != null && authorisation.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? authorisation.substring(BEARER.length()).strip()
        : context.request().getHeader("x-api-key");
  }
}
