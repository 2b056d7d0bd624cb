package io.lorecast.knowledge;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(LocalModel.InMemory.class)
class KnowledgeFunctionTest extends KnowledgeFunctionContract {}
