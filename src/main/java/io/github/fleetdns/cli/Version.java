package io.github.fleetdns.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest states. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"fleetdns " + number()};
  }

  /** The number alone. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
  }
}
