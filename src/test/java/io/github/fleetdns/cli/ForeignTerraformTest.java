package io.github.fleetdns.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans of Terraform that others wrote are answered; the plans are kept, and need no Terraform. */
class ForeignTerraformTest {
  static List<Path> cases() throws IOException {
    return ForeignTerraform.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aKeptPlanIsAnswered(Path folder) throws IOException {
    ForeignTerraform.answersAsExpected(folder.resolve("expected.txt"), folder.resolve("plan.json"));
  }
}
