package io.github.fleetdns.cli;

import io.github.fleetdns.dns.TargetNames;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The option that gives AWS resources addresses. */
final class TargetOption {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--target",
      paramLabel = "NAME=ADDRESS,…",
      description =
          "The addresses of an AWS resource that an alias points at, by its DNS name; otherwise a"
              + " CNAME stands in. May be repeated.")
  private Map<String, String> targets = new LinkedHashMap<>();

  /**
   * The addresses by resource.
   *
   * @throws CommandLine.ParameterException if no alias points at a resource, or something is no
   *     address; it names them all
   */
  Map<String, List<IpAddress>> addresses(List<HostedZone> zones) {
    List<String> wrong = new ArrayList<>();
    Map<String, List<IpAddress>> addresses = new LinkedHashMap<>();
    targets.forEach(
        (name, list) -> {
          if (!TargetNames.isKnown(zones, name)) {
            List<String> known = TargetNames.of(zones);
            wrong.add(
                "--target: no alias of the zone points at "
                    + name
                    + (known.isEmpty()
                        ? "; there are none"
                        : "; known: " + String.join(", ", known)));
          }
          addresses.put(name, parse(list, wrong));
        });
    if (!wrong.isEmpty()) {
      throw new SeveralWrongException(spec.commandLine(), wrong);
    }
    return addresses;
  }

  private static List<IpAddress> parse(String list, List<String> wrong) {
    List<IpAddress> addresses = new ArrayList<>();
    for (String text : list.split(",", -1)) {
      IpAddress.parse(text)
          .ifPresentOrElse(
              addresses::add, () -> wrong.add("--target: \"" + text + "\" is no IP address"));
    }
    return addresses;
  }
}
