package io.lorecast.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the product to {@link Rules}, and the rules to their word: each bites a planted class. */
class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.lorecast");

  private static final JavaClasses PLANTED =
      new ClassFileImporter()
          .withImportOption(location -> location.contains("/planted/"))
          .importPackages("io.lorecast");

  @TestFactory
  Stream<DynamicTest> theProductKeepsEachRule() {
    assertThat(PRODUCT).hasSizeGreaterThan(100);
    return Rules.all()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PRODUCT)));
  }

  @TestFactory
  Stream<DynamicTest> eachRuleBitesAPlantedViolation() {
    return Rules.all()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> assertBites(rule)));
  }

  private static void assertBites(ArchRule rule) {
    assertThat(rule.allowEmptyShould(true).evaluate(PLANTED).hasViolation()).isTrue();
  }
}
