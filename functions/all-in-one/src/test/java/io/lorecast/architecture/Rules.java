package io.lorecast.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;

/** The rules of the house that a tool can hold. */
final class Rules {

  private static final String[] ALGORITHMS = {
    "io.lorecast.model..",
    "io.lorecast.vector..",
    "io.lorecast.graph..",
    "io.lorecast.fact..",
    "io.lorecast.learning..",
    "io.lorecast.predicate",
    "io.lorecast.attribution..",
    "io.lorecast.ranking..",
    "io.lorecast.explanation..",
    "io.lorecast.evaluation.."
  };

  private Rules() {}

  static Stream<ArchRule> all() {
    return Stream.of(
        noClasses()
            .that()
            .resideInAnyPackage(ALGORITHMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.io..",
                "java.net..",
                "java.nio.file..",
                "io.smallrye..",
                "io.lorecast.store..")
            .as("algorithms do no input or output"),
        classes()
            .that()
            .resideInAPackage("io.lorecast.events..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage("io.lorecast.events..", "java..", "org.jspecify.."))
            .as("events stand alone"),
        slices()
            .matching(
                "io.lorecast.(itemadded|kgupdated|knowledge|feedback|recommend|modelrefresh)..")
            .should()
            .notDependOnEachOther()
            .as("functions do not know each other"),
        noClasses()
            .that(not(resideInAnyPackage("io.lorecast.encoding..", "io.lorecast.bench..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..")
            .as("only encoders, and benchmarks beside them, name ONNX Runtime"),
        noClasses()
            .that(not(resideInAPackage("io.lorecast.store.redis..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus.redis..", "io.vertx.redis..", "io.vertx.mutiny.redis..")
            .as("only store.redis names the Redis client"),
        noClasses()
            .that(
                not(
                    resideInAnyPackage(
                        "io.lorecast.store.dynamodb..", "io.lorecast.knowledge.chat..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..")
            .as("only store.dynamodb, and the client of Bedrock, name the AWS SDK"),
        noClasses()
            .that(not(resideInAnyPackage("io.lorecast.knowledge.chat..", "io.lorecast.bench..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.langchain4j..")
            .as("only knowledge.chat, and benchmarks, name LangChain4j"),
        noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Beans")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .as("clock, chance and environment come from outside"));
  }
}
