package io.github.fleetdns;

import io.github.fleetdns.fleet.AliasedResource;
import io.github.fleetdns.fleet.Backend;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Monitoring;
import io.github.fleetdns.fleet.PlainRecord;
import io.github.fleetdns.fleet.Provider;
import io.github.fleetdns.fleet.Residency;
import io.github.fleetdns.fleet.Target;
import io.github.fleetdns.fleet.Zone;
import io.github.fleetdns.zone.CharacterStrings;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.GeoPlace;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random fleets that break no rule, for property tests. */
public final class RandomFleets {
  private RandomFleets() {}

  /** Fleets with every part present or absent. */
  public static Arbitrary<Fleet> fleets() {
    return Combinators.combine(
            Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8),
            zones(),
            ttls(),
            endpoints().list().uniqueElements(Endpoint::name).ofMaxSize(6),
            records(),
            tags(),
            providers(),
            Combinators.combine(backends(), RandomTargets.monitoring(), residency())
                .as(Operation::new))
        .as(
            (name, zone, ttl, endpoints, records, tags, provider, operation) ->
                new Fleet(
                    name,
                    zone,
                    ttl,
                    withMirror(reachable(endpoints, zone)),
                    List.of(),
                    List.of(),
                    records,
                    tags,
                    provider,
                    operation.backend(),
                    operation.monitoring(),
                    operation.residency()));
  }

  private record Operation(Backend backend, Monitoring monitoring, List<Residency> residency) {}

  private static Arbitrary<List<Residency>> residency() {
    Arbitrary<GeoPlace> places =
        Arbitraries.of(
            GeoPlace.Continent.EUROPE,
            new GeoPlace.Country("NO"),
            new GeoPlace.Subdivision("US", "CA"));
    Arbitrary<List<String>> regions =
        Arbitraries.of("us-east-1", "eu-central-1", "ap-south-1")
            .list()
            .uniqueElements()
            .ofMinSize(1);
    return Combinators.combine(places, regions)
        .as(Residency::new)
        .list()
        .uniqueElements(Residency::place)
        .ofMaxSize(3);
  }

  /** Private zones have no aliases to CloudFront. */
  private static List<Endpoint> reachable(List<Endpoint> endpoints, Zone zone) {
    boolean inside = zone.visibility() instanceof Visibility.Private;
    return endpoints.stream()
        .filter(
            e ->
                !inside
                    || !(e.target() instanceof Target.Alias alias
                        && alias.resource() instanceof AliasedResource.CloudFront))
        .toList();
  }

  /** Adds an endpoint that is an alias to the first one; no other name has a hyphen. */
  private static List<Endpoint> withMirror(List<Endpoint> endpoints) {
    List<Endpoint> more = new ArrayList<>(endpoints);
    endpoints.stream()
        .findFirst()
        .map(first -> new AliasedResource.OtherRecord(first.name()))
        .ifPresent(record -> more.add(Endpoint.to("the-mirror", Target.alias(record))));
    return more;
  }

  private static Arbitrary<Zone> zones() {
    Arbitrary<Zone> plain =
        Combinators.combine(labels(), texts(256), tags())
            .as(
                (label, comment, tags) ->
                    new Zone(DomainName.of(label + ".example.com"), comment, tags));
    return plain.flatMap(RandomZones::settings);
  }

  private static Arbitrary<Long> ttls() {
    return Arbitraries.longs().between(0, Integer.MAX_VALUE);
  }

  private static Arbitrary<OptionalLong> maybeTtls() {
    return ttls().optional().map(ttl -> ttl.map(OptionalLong::of).orElse(OptionalLong.empty()));
  }

  private static Arbitrary<String> labels() {
    return Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1).ofMaxLength(12);
  }

  /** Texts with quotes, colons, look-alike numbers and whatever else YAML might stumble over. */
  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "", "yes", "no", "1", "1.5", "null", "~", "# no comment", "a: b", "{", "'", "🚀"),
        Arbitraries.strings().ascii().ofMaxLength(300).map(RandomFleets::printable),
        Arbitraries.strings().withChars("äß漢\\\"%{}$ ").ofMaxLength(20));
  }

  /** Values of TXT records: what begins with a quote is in the form of zone files to its end. */
  private static Arbitrary<String> values() {
    return texts().map(text -> text.startsWith("\"") ? CharacterStrings.encode(text) : text);
  }

  private static Arbitrary<String> texts(int most) {
    return texts().map(text -> text.substring(0, Math.min(text.length(), most)));
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static Arbitrary<Map<String, String>> tags() {
    return Arbitraries.maps(labels(), texts(256)).ofMaxSize(3);
  }

  private static Arbitrary<Endpoint> endpoints() {
    Arbitrary<Optional<String>> regions =
        Arbitraries.of("us-east-1", "eu-central-1", "ap-south-1").optional();
    return Combinators.combine(
            labels(), regions, targets(), maybeTtls(), RandomTargets.loads().optional())
        .as(
            (name, region, target, ttl, load) ->
                new Endpoint(
                    name,
                    region,
                    target,
                    ttl,
                    OptionalLong.empty(),
                    Optional.empty(),
                    load.filter(l -> region.isPresent())));
  }

  private static Arbitrary<Target> targets() {
    Arbitrary<Target> addresses =
        Arbitraries.oneOf(
                Arbitraries.integers().between(1, 254).map(i -> IpAddress.of("52.94.1." + i)),
                Arbitraries.integers().between(1, 9999).map(i -> IpAddress.of("2600:1f::" + i)))
            .list()
            .uniqueElements()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(Target.Addresses::new);
    Arbitrary<Target> names =
        labels().map(label -> new Target.Hostname(DomainName.of(label + ".example.net")));
    return Arbitraries.oneOf(addresses, names, RandomTargets.aliases());
  }

  /** Records at names that no endpoint has, each name with one type. */
  private static Arbitrary<List<PlainRecord>> records() {
    Arbitrary<String> names = labels().map(label -> "_" + label);
    Arbitrary<PlainRecord> text =
        Combinators.combine(
                names, maybeTtls(), values().list().uniqueElements().ofMinSize(1).ofMaxSize(3))
            .as((name, ttl, values) -> new PlainRecord(name, RecordType.TXT, ttl, values));
    Arbitrary<PlainRecord> mail =
        Combinators.combine(names, maybeTtls(), Arbitraries.integers().between(0, 65535))
            .as(
                (name, ttl, preference) ->
                    new PlainRecord(
                        name, RecordType.MX, ttl, List.of(preference + " mail.example.com")));
    return Arbitraries.oneOf(text, mail).list().uniqueElements(PlainRecord::name).ofMaxSize(5);
  }

  private static Arbitrary<Provider> providers() {
    Arbitrary<Optional<Provider.AssumeRole>> roles =
        Arbitraries.of("arn:aws:iam::123456789012:role/dns")
            .map(arn -> new Provider.AssumeRole(arn, Optional.of("s"), Optional.empty()))
            .optional();
    return Combinators.combine(
            Arbitraries.of("us-east-1", "eu-west-1"),
            Arbitraries.of("deploy", "null").optional(),
            roles,
            tags(),
            Arbitraries.of("http://localhost:4566").optional())
        .as(Provider::new);
  }

  private static Arbitrary<Backend> backends() {
    Backend.Workspaces named = new Backend.Workspaces.Named("dns");
    return Arbitraries.of(
        Backend.Local.DEFAULT,
        new Backend.Local(Optional.of("state/x.tfstate")),
        new Backend.Cloud(Optional.empty(), "acme", named),
        new Backend.Cloud(
            Optional.of("tfe.example.com"),
            "acme",
            new Backend.Workspaces.Tagged(List.of("a", "b"))),
        new Backend.Remote(Optional.empty(), "acme", new Backend.Workspaces.Prefixed("dns-")),
        new Backend.S3(
            "bucket",
            Optional.empty(),
            "eu-west-1",
            false,
            Optional.of("p"),
            Optional.empty(),
            true));
  }
}
