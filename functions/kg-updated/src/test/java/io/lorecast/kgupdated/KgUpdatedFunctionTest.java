package io.lorecast.kgupdated;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(InMemoryStores.Profile.class)
class KgUpdatedFunctionTest extends GraphFunctionsContract {}
