package io.github.fleetdns.cli;

import io.github.fleetdns.terraform.PlannedTerraform;
import io.github.fleetdns.terraform.Terraform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Terraform that others wrote is planned by the real CLI, read, and answered. */
@Execution(ExecutionMode.CONCURRENT)
class ForeignTerraformIT {
  @TempDir private Path scratch;

  @BeforeAll
  static void terraformIsThereAndFindsTheProvider(@TempDir Path probe) throws Exception {
    Terraform.assumeThere(probe);
  }

  @AfterEach
  void unlinkPlugins() throws Exception {
    Terraform.unlinkPlugins(scratch);
  }

  static List<Path> cases() throws IOException {
    return ForeignTerraform.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aPlanIsAnswered(Path folder) throws Exception {
    ForeignTerraform.answersAsExpected(
        folder.resolve("expected.txt"), PlannedTerraform.plan(folder, scratch));
  }
}
