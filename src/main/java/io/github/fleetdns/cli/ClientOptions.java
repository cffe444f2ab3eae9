package io.github.fleetdns.cli;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.PlaceText;
import io.github.fleetdns.geo.AwsRegions;
import io.github.fleetdns.geo.Countries;
import io.github.fleetdns.input.LatencyFile;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.GeoCodes;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.LatencyRegions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that say who asks. */
final class ClientOptions {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "The client's country, such as DE; its continent follows.")
  private @Nullable String country;

  @Option(
      names = "--subdivision",
      paramLabel = "CODE",
      description = "The client's state: CA with --country US, or US-CA.")
  private @Nullable String subdivision;

  @Option(
      names = "--continent",
      paramLabel = "NAME",
      description = "The client's continent, such as europe, if its country is not known.")
  private @Nullable String continent;

  @Option(
      names = "--subnet",
      paramLabel = "CIDR",
      description = "The client's network, such as 203.0.113.0/24; an address is one of its own.")
  private @Nullable String subnet;

  @Option(
      names = "--at",
      paramLabel = "LAT,LON",
      description = "Where the client is, in degrees north and east, such as 52.5,13.4.")
  private @Nullable String at;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The AWS region nearest to the client: it is there, in its country and state.")
  private @Nullable String region;

  @Option(
      names = "--latency",
      paramLabel = "REGION=MS",
      split = ",",
      description =
          "Measured milliseconds, such as us-east-1=20,eu-central-1=5. Without them latencies are"
              + " estimated.")
  private Map<String, String> latency = new LinkedHashMap<>();

  @Option(
      names = "--latency-file",
      paramLabel = "FILE",
      description = "Measured milliseconds as CSV: client place, region, ms.")
  private @Nullable Path latencyFile;

  @Option(
      names = "--vpc-region",
      paramLabel = "REGION",
      description =
          "The client is in a VPC of this region: private zones answer it first, public ones only"
              + " where no private zone is around the name.")
  private @Nullable String vpcRegion;

  @Option(
      names = "--vpc",
      paramLabel = "ID",
      description = "The id of the VPC that the client is in, where the zones name theirs.")
  private @Nullable String vpc;

  private final List<String> wrong = new ArrayList<>();

  /**
   * The client.
   *
   * @throws CommandLine.ParameterException if an option has no such value; it names them all
   */
  Client client(Terminal terminal) throws InvalidInputException {
    wrong.clear();
    Client client = place();
    client = at == null ? client : pointOf(client, at);
    client = subnet == null ? client : subnetOf(client, subnet);
    client = latency.isEmpty() ? client : client.withLatencies(millis());
    if (vpcRegion != null) {
      known("--vpc-region", vpcRegion);
      client = client.withVpcRegion(vpcRegion);
    }
    client = vpc == null ? client : client.withVpc(vpc);
    if (!wrong.isEmpty()) {
      throw new SeveralWrongException(spec.commandLine(), wrong);
    }
    return latencyFile == null || !latency.isEmpty()
        ? client
        : fromFile(latencyFile, client, terminal);
  }

  private static Client fromFile(Path path, Client client, Terminal terminal)
      throws InvalidInputException {
    LatencyFile file = LatencyFile.read(path);
    terminal.problems(file.problems().stream().map(Object::toString).toList());
    if (!file.problems().isEmpty()) {
      throw new InvalidInputException();
    }
    return file.apply(client);
  }

  private Client place() {
    Client client = Client.UNKNOWN;
    if (region != null && known("--region", region)) {
      client = Client.inRegion(region);
    }
    if (continent != null) {
      String word = continent.toLowerCase(Locale.ROOT);
      Optional<GeoPlace.Continent> found =
          PlaceText.continent(continent).or(() -> PlaceText.continent(word));
      if (found.isEmpty()) {
        wrong.add(
            "--continent: \""
                + word
                + "\" is none of africa, antarctica, asia, europe, north-america, oceania,"
                + " south-america");
      } else {
        client = client.withContinent(found.get());
      }
    }
    return country(client);
  }

  private Client country(Client client) {
    String code = country == null ? null : country.toUpperCase(Locale.ROOT);
    String state = subdivision == null ? null : subdivision.toUpperCase(Locale.ROOT);
    if (state != null && state.matches("[A-Z]{2}-.+")) {
      String stated = state.substring(0, 2);
      state = state.substring(3);
      if (code != null && !code.equals(stated)) {
        wrong.add("--subdivision: " + subdivision + " is not in " + code);
      }
      code = stated;
    }
    if (code == null) {
      if (state != null) {
        wrong.add("--subdivision: say the country too, as in US-" + state);
      }
      return client;
    }
    if (Countries.of(code).isEmpty()) {
      wrong.add(
          "--country: \"" + code + "\" is no country that Route 53 knows; write a code such as DE");
      return client;
    }
    if (state != null && code.equals("US") && !GeoCodes.isState(state)) {
      wrong.add("--subdivision: the United States have no state " + state);
      return client;
    }
    Client there = client.withCountry(code);
    return state == null ? there : there.withSubdivision(state);
  }

  private Client pointOf(Client client, String text) {
    try {
      return client.withPoint(PlaceText.point(text));
    } catch (IllegalArgumentException e) {
      wrong.add("--at: " + e.getMessage());
      return client;
    }
  }

  private Client subnetOf(Client client, String text) {
    try {
      Optional<IpAddress> address = IpAddress.parse(text);
      AddressBlock block =
          address.isPresent()
              ? new AddressBlock(address.get(), address.get().isIpv4() ? 32 : 128)
              : AddressBlock.of(text);
      return client.withSubnet(block.canonical());
    } catch (IllegalArgumentException e) {
      wrong.add("--subnet: \"" + text + "\" is no network, such as 203.0.113.0/24");
      return client;
    }
  }

  private Map<String, Double> millis() {
    Map<String, Double> millis = new LinkedHashMap<>();
    latency.forEach(
        (name, text) -> {
          boolean isKnown = known("--latency", name);
          try {
            double ms = Double.parseDouble(text);
            if (ms >= 0 && ms < 1e6) {
              if (isKnown) {
                millis.put(name, ms);
              }
              return;
            }
          } catch (NumberFormatException e) {
            // Said below.
          }
          wrong.add("--latency: \"" + text + "\" is no number of milliseconds");
        });
    return millis;
  }

  private boolean known(String option, String name) {
    boolean known = LatencyRegions.isKnown(name) && AwsRegions.of(name).isPresent();
    if (!known) {
      wrong.add(option + ": \"" + name + "\" is no AWS region, such as eu-central-1");
    }
    return known;
  }
}
