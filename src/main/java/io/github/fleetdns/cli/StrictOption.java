package io.github.fleetdns.cli;

import picocli.CommandLine.Option;

/** The option that makes gates hold whatever estimates leave open. */
final class StrictOption {
  @Option(
      names = "--strict",
      description =
          "Gates hold for the worst that may be: where estimated latencies do not tell regions"
              + " apart, whichever of them answers. Without it, for the estimate.")
  private boolean strict;

  /** Whether it is given. */
  boolean isSet() {
    return strict;
  }
}
