package io.lorecast.kgupdated;

import io.lorecast.store.testing.LocalStoresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(LocalStoresResource.class)
class KgUpdatedFunctionIT extends GraphFunctionsContract {}
