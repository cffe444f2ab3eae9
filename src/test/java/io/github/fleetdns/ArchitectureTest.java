package io.github.fleetdns;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The arrows between the rooms, as the package documentation states them. */
@AnalyzeClasses(
    packages = "io.github.fleetdns",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** With its full name: jsii's own package is called so, too. */
  private static final String JSII = "io.github.fleetdns.jsii..";

  @ArchTest
  static final ArchRule arrowsPointOneWay =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("problem")
          .definedBy("..problem..")
          .layer("table")
          .definedBy("..table..")
          .layer("source")
          .definedBy("..source..")
          .layer("csv")
          .definedBy("..csv..")
          .layer("zone")
          .definedBy("..zone..")
          .layer("geo")
          .definedBy("..geo..")
          .layer("fleet")
          .definedBy("..fleet..")
          .layer("compile")
          .definedBy("..compile..")
          .layer("config")
          .definedBy("..config..")
          .layer("jsii")
          .definedBy(JSII)
          .layer("terraform")
          .definedBy("..terraform..")
          .layer("answer")
          .definedBy("..answer..")
          .layer("dns")
          .definedBy("..dns..")
          .layer("traffic")
          .definedBy("..traffic..")
          .layer("input")
          .definedBy("..input..")
          .layer("report")
          .definedBy("..report..")
          .layer("cli")
          .definedBy("..cli..")
          .whereLayer("problem")
          .mayNotAccessAnyLayer()
          .whereLayer("table")
          .mayNotAccessAnyLayer()
          .whereLayer("source")
          .mayOnlyAccessLayers("problem")
          .whereLayer("csv")
          .mayOnlyAccessLayers("source", "problem")
          .whereLayer("zone")
          .mayOnlyAccessLayers("problem")
          .whereLayer("geo")
          .mayOnlyAccessLayers("csv", "zone")
          .whereLayer("fleet")
          .mayOnlyAccessLayers("zone")
          .whereLayer("compile")
          .mayOnlyAccessLayers("fleet", "zone")
          .whereLayer("config")
          .mayOnlyAccessLayers("fleet", "compile", "zone", "source", "problem")
          .whereLayer("jsii")
          .mayNotAccessAnyLayer()
          .whereLayer("terraform")
          .mayOnlyAccessLayers("jsii", "fleet", "compile", "zone", "problem")
          .whereLayer("answer")
          .mayOnlyAccessLayers("geo", "zone")
          .whereLayer("dns")
          .mayOnlyAccessLayers("answer", "geo", "zone", "csv", "table", "problem")
          .whereLayer("traffic")
          .mayOnlyAccessLayers("answer", "geo", "zone", "csv", "source", "problem")
          .whereLayer("input")
          .mayOnlyAccessLayers(
              "answer",
              "config",
              "fleet",
              "compile",
              "terraform",
              "zone",
              "csv",
              "source",
              "problem")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule roomsHaveNoCycles =
      slices().matching("io.github.fleetdns.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyOneRoomLinesUpColumns =
      noClasses()
          .that()
          .resideOutsideOfPackage("..table..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.freva..");

  @ArchTest
  static final ArchRule onlyTerraformImportsCdktf =
      noClasses()
          .that()
          .resideOutsideOfPackages("..terraform..", JSII)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.hashicorp..", "software.constructs..", "software.amazon..");

  @ArchTest
  static final ArchRule jsiiHasOneDoor =
      classes()
          .that()
          .resideInAPackage(JSII)
          .and()
          .doNotHaveSimpleName("QuickKernel")
          .and()
          .doNotHaveSimpleName("MissingEnvironmentException")
          .and()
          .haveSimpleNameNotEndingWith("package-info")
          .should()
          .onlyBeAccessed()
          .byAnyPackage(JSII)
          .andShould()
          .notBePublic();

  @ArchTest
  static final ArchRule readingTerraformNeedsNoCdktf =
      noClasses()
          .that()
          .resideInAnyPackage("..terraform.read..", "..input..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.hashicorp..", "software.constructs..", "software.amazon..");

  @ArchTest
  static final ArchRule onlyMainExits =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.github.fleetdns.cli.Main")
          .should()
          .callMethod(System.class, "exit", int.class);
}
