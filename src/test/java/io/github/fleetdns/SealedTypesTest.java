package io.github.fleetdns;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.fleetdns.compile.FleetCompiler;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RoutingPolicy;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A kind that is added to a sealed type does not compile until every room says what it makes of it,
 * and where the compiler cannot tell, these tests do.
 */
class SealedTypesTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.fleetdns");

  private static final List<Class<?>> SEALED =
      MAIN.stream().<Class<?>>map(JavaClass::reflect).filter(Class::isSealed).toList();

  /** Sealed types without a visitor or {@code match}, and why. */
  private static final Map<String, String> TOLD_APART_ANYWHERE =
      Map.of(
          "io.github.fleetdns.config.YamlNode",
          "the kinds of YAML's nodes are YAML's: none will be added",
          "io.github.fleetdns.terraform.read.Node",
          "the kinds of values are JSON's and HCL's: none will be added",
          "io.github.fleetdns.answer.NameTable$Found",
          "told apart in one place, at every answer, where nothing should be allocated",
          "io.github.fleetdns.text.ShellLine",
          "told apart by nobody: each writes itself");

  /** Methods that ask for several kinds of one type, and why that may be. */
  private static final Map<String, String> MAY_TELL_APART =
      Map.of(
          "EndpointNeeds.checkTargets: AliasedResource",
          "complains of what two kinds may lack; others lack nothing of the fleet",
          "TargetReader.target: AliasedResource",
          "complains of an option that two kinds do not have");

  @Test
  void whatIsMadeOfASealedTypeIsMadeOfEveryKind() {
    List<String> wrong = new ArrayList<>();
    for (Class<?> type : SEALED) {
      Set<Class<?>> kinds = Set.of(type.getPermittedSubclasses());
      Optional<Set<Class<?>>> asked = asked(type);
      if (TOLD_APART_ANYWHERE.containsKey(type.getName())) {
        assertThat(asked).describedAs("%s has one now", type).isEmpty();
      } else if (!asked.equals(Optional.of(kinds))) {
        wrong.add(type.getName() + " has the kinds " + kinds + ", and asks for " + asked);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** The kinds that a type's visitor, or its {@code match}, asks for. */
  private static Optional<Set<Class<?>>> asked(Class<?> type) {
    Optional<Set<Class<?>>> visited =
        Stream.of(type.getDeclaredClasses())
            .filter(inner -> inner.getSimpleName().equals("Visitor"))
            .map(SealedTypesTest::visited)
            .findFirst();
    return visited.or(
        () ->
            Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("match"))
                .map(SealedTypesTest::matched)
                .findFirst());
  }

  private static Set<Class<?>> visited(Class<?> visitor) {
    return Stream.of(visitor.getDeclaredMethods())
        .map(method -> method.getParameterTypes()[0])
        .collect(toSet());
  }

  private static Set<Class<?>> matched(Method match) {
    return Arrays.stream(match.getGenericParameterTypes())
        .map(function -> (Class<?>) ((ParameterizedType) function).getActualTypeArguments()[0])
        .collect(toSet());
  }

  /**
   * Two kinds of one sealed type in one method are a chain, whose end is taken for every kind that
   * is added later. One is a question whose other answer has to be right for all the others.
   */
  @Test
  void noMethodTellsKindsApartOneByOne() {
    Set<String> chains = new TreeSet<>();
    for (JavaClass owner : MAIN) {
      for (JavaCodeUnit unit : owner.getCodeUnits()) {
        for (Class<?> type : SEALED) {
          if (!TOLD_APART_ANYWHERE.containsKey(type.getName()) && kinds(unit, type).size() > 1) {
            chains.add(owner.getSimpleName() + "." + unit.getName() + ": " + type.getSimpleName());
          }
        }
      }
    }
    assertThat(chains).isEqualTo(new TreeSet<>(MAY_TELL_APART.keySet()));
  }

  private static Set<String> kinds(JavaCodeUnit unit, Class<?> type) {
    Set<String> names =
        Stream.of(type.getPermittedSubclasses()).map(Class::getName).collect(toSet());
    return unit.getInstanceofChecks().stream()
        .map(InstanceofCheck::getRawType)
        .map(JavaClass::getName)
        .filter(names::contains)
        .collect(toSet());
  }

  @Test
  void everyRouteIsAmongTheExamples() {
    assertThat(EveryRoute.examples().stream().<Class<?>>map(Route::getClass))
        .containsExactlyInAnyOrder(Route.class.getPermittedSubclasses());
  }

  @Test
  void everyPolicyIsMadeByARouteAndHasATitleOfItsOwn() {
    List<RoutingPolicy> made =
        FleetCompiler.compile(EveryRoute.fleet()).zone().recordSets().stream()
            .map(RecordSet::policy)
            .flatMap(Optional::stream)
            .toList();
    assertThat(made.stream().<Class<?>>map(RoutingPolicy::getClass).collect(toSet()))
        .isEqualTo(Set.of(RoutingPolicy.class.getPermittedSubclasses()));
    assertThat(made.stream().map(RoutingPolicy::title).collect(toSet()))
        .hasSize(RoutingPolicy.class.getPermittedSubclasses().length);
    assertThat(made).extracting(RoutingPolicy::parameter).noneMatch(String::isBlank);
  }
}
