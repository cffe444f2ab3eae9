package io.github.fleetdns.jsii;

import static org.assertj.core.api.Assertions.assertThat;

import com.hashicorp.cdktf.App;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.jsii.JsiiEngine;

/** What jars bring along for Node.js. */
class BundledPackagesTest {
  @Test
  void cdktfBringsItselfAndWhatItBundlesWithLicences() throws Exception {
    List<BundledPackages.Npm> packages = in(App.class);

    assertThat(packages)
        .extracting(BundledPackages.Npm::purl)
        .contains("pkg:npm/cdktf@0.19.2", "pkg:npm/archiver@5.3.2", "pkg:npm/semver@7.5.4")
        .doesNotHaveDuplicates();
    assertThat(packages).allMatch(p -> p.license().isPresent());
    assertThat(packages)
        .filteredOn(p -> p.name().equals("archiver"))
        .singleElement()
        .satisfies(p -> assertThat(p.license()).contains("MIT"))
        .satisfies(p -> assertThat(p.texts().get("LICENSE")).contains("Permission is hereby"));
  }

  @Test
  void ofWhatAScriptWasWovenFromOnlyTheNameIsKnown() throws Exception {
    assertThat(in(JsiiEngine.class))
        .filteredOn(p -> p.name().equals("tar"))
        .singleElement()
        .satisfies(p -> assertThat(p.purl()).isEqualTo("pkg:npm/tar"))
        .satisfies(p -> assertThat(p.license()).isEmpty());
  }

  private static List<BundledPackages.Npm> in(Class<?> type) throws Exception {
    return BundledPackages.in(
        Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
  }
}
