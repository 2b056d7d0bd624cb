package io.lorecast.knowledge;

import io.lorecast.store.testing.LocalStoresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(LocalModel.class)
@QuarkusTestResource(LocalStoresResource.class)
class KnowledgeFunctionIT extends KnowledgeFunctionContract {}
