package io.github.fleetdns;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import io.github.fleetdns.input.Input;
import java.io.PrintStream;
import java.io.PrintWriter;

/** The arrows between the rooms, as the package documentation states them. */
@AnalyzeClasses(
    packages = "io.github.fleetdns",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** With its full name: jsii's own package is called so, too. */
  private static final String JSII = "io.github.fleetdns.jsii..";

  /** With its full name: a library has a package that is called so, too. */
  private static final String TEXT = "io.github.fleetdns.text..";

  @ArchTest
  static final ArchRule arrowsPointOneWay =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("problem")
          .definedBy("..problem..")
          .layer("text")
          .definedBy(TEXT)
          .layer("table")
          .definedBy("..table..")
          .layer("source")
          .definedBy("..source..")
          .layer("csv")
          .definedBy("..csv..")
          .layer("zone")
          .definedBy("..zone..")
          .layer("change")
          .definedBy("..change..")
          .layer("geo")
          .definedBy("..geo..")
          .layer("fleet")
          .definedBy("..fleet..")
          .layer("compile")
          .definedBy("..compile..")
          .layer("adopt")
          .definedBy("..adopt..")
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
          .whereLayer("text")
          .mayNotAccessAnyLayer()
          .whereLayer("table")
          .mayOnlyAccessLayers("text")
          .whereLayer("source")
          .mayOnlyAccessLayers("problem")
          .whereLayer("csv")
          .mayOnlyAccessLayers("source", "problem")
          .whereLayer("zone")
          .mayOnlyAccessLayers("problem")
          .whereLayer("change")
          .mayOnlyAccessLayers("zone")
          .whereLayer("geo")
          .mayOnlyAccessLayers("csv", "zone")
          .whereLayer("fleet")
          .mayOnlyAccessLayers("zone")
          .whereLayer("compile")
          .mayOnlyAccessLayers("fleet", "zone")
          .whereLayer("adopt")
          .mayOnlyAccessLayers("fleet", "compile", "zone")
          .whereLayer("config")
          .mayOnlyAccessLayers("fleet", "compile", "zone", "source", "problem")
          .whereLayer("jsii")
          .mayNotAccessAnyLayer()
          .whereLayer("terraform")
          .mayOnlyAccessLayers("jsii", "fleet", "compile", "change", "zone", "problem")
          .whereLayer("answer")
          .mayOnlyAccessLayers("geo", "zone")
          .whereLayer("dns")
          .mayOnlyAccessLayers("answer", "geo", "zone", "csv", "table", "text", "problem")
          .whereLayer("traffic")
          .mayOnlyAccessLayers("answer", "geo", "zone", "csv", "source", "problem")
          .whereLayer("input")
          .mayOnlyAccessLayers(
              "answer",
              "config",
              "fleet",
              "compile",
              "terraform",
              "change",
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

  /** So that nothing reaches a terminal that was not encoded for one. */
  @ArchTest
  static final ArchRule onlyTheTerminalIsWrittenTo =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.github.fleetdns.cli.Terminal")
          .and()
          .doNotHaveFullyQualifiedName("io.github.fleetdns.cli.Main")
          .and()
          .doNotHaveFullyQualifiedName("io.github.fleetdns.cli.Main$WrongUsage")
          .and()
          .doNotHaveFullyQualifiedName("io.github.fleetdns.cli.Main$Defect")
          .should()
          .callMethodWhere(
              JavaCall.Predicates.target(
                  HasOwner.Predicates.With.owner(
                      JavaClass.Predicates.assignableTo(PrintWriter.class)
                          .or(JavaClass.Predicates.assignableTo(PrintStream.class)))))
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  /** So that what is sensitive in an input is known before anything of it is printed. */
  @ArchTest
  static final ArchRule inputsAreReadInOnePlace =
      noClasses()
          .that()
          .resideInAPackage("..cli..")
          .and()
          .doNotHaveFullyQualifiedName("io.github.fleetdns.cli.SensitiveOption")
          .and()
          .doNotHaveFullyQualifiedName(
              "io.github.fleetdns.cli.Fleets") // which takes fleet files alone
          .should()
          .callMethodWhere(
              JavaCall.Predicates.target(HasName.Predicates.name("read"))
                  .and(
                      JavaCall.Predicates.target(
                          HasOwner.Predicates.With.owner(JavaClass.Predicates.type(Input.class)))));

  /** So that a value in Markdown makes no structure: that comes from the page alone. */
  @ArchTest
  static final ArchRule onlyPagesAndTablesWriteMarkdown =
      noClasses()
          .that()
          .resideOutsideOfPackages(TEXT, "..table..")
          .and()
          .haveNameNotMatching("io\\.github\\.fleetdns\\.report\\.Page(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.github.fleetdns.text.Markdown");

  /** So that a value in HTML is nothing but text. */
  @ArchTest
  static final ArchRule onlyOneClassFillsTemplates =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.github.fleetdns.text.Html")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.samskivert..");

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
