package io.github.fleetdns.conformance;

import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.AwsService;
import io.github.fleetdns.zone.CidrCollection;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hosted zones as text, after the manner of master files (RFC 1035 section 5): one record set a
 * line, names relative to the zone unless they end in a dot, {@code @} for the apex, the name of
 * the line above if a line begins with a space, comments after a semicolon.
 *
 * <pre>
 * $ORIGIN example.com                        the zone's name; this one if left out
 * $TTL 60                                    of the record sets that have none; 60 if left out
 * $PRIVATE eu-central-1                      a private zone, for VPCs of these regions
 * $CHECK berlin http                         a health check ({@link CheckText})
 * $BLOCKS offices berlin 203.0.113.0/24      the blocks of a location of a CIDR collection
 *
 * www   300 A  192.0.2.1, 192.0.2.2                         simple, with two values
 * api       A  [blue weighted 10 check blue] 192.0.2.3      with a policy ({@link PolicyText})
 *           A  [green weighted 20] alias _green.api +health an alias that evaluates target health
 * old       A  alias lb-1.eu-west-1.elb.amazonaws.com.      an alias to an AWS resource
 * new       A  alias load-balancer ai-1 in eu-west-1        one that Terraform looks up
 *           A  alias ${aws_lb.web.dns_name}                 one of the same configuration
 * </pre>
 *
 * <p>A health check that is used but not described is an HTTP check.
 */
final class ZoneText {
  private static final Pattern LINE =
      Pattern.compile("(\\S*)\\s+(?:(\\d+)\\s+)?([A-Z]+)\\s+(?:\\[([^]]*)]\\s*)?(.*)");
  private static final Pattern BETWEEN_VALUES =
      Pattern.compile(",\\s*(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
  private static final Pattern COMMENT = Pattern.compile(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$).*");
  private static final Pattern LOOKED_UP = Pattern.compile("load-balancer (\\S+) in (\\S+)");
  private static final String HEALTH = " +health";

  private DomainName apex = DomainName.of("example.com");
  private long ttl = 60;
  private Visibility visibility = new Visibility.Public();
  private String owner = "@";
  private final List<RecordSet> sets = new ArrayList<>();
  private final Map<String, HealthCheck> checks = new LinkedHashMap<>();
  private final Map<String, Map<String, List<AddressBlock>>> blocks = new LinkedHashMap<>();

  private ZoneText() {}

  /**
   * Reads a zone.
   *
   * @throws IllegalArgumentException if a line is not understood
   */
  static HostedZone read(String text) {
    ZoneText zone = new ZoneText();
    for (String raw : text.split("\n", -1)) {
      String line = COMMENT.matcher(raw).replaceFirst("").stripTrailing();
      try {
        if (line.startsWith("$")) {
          zone.directive(line);
        } else if (!line.isBlank()) {
          zone.recordSet(line);
        }
      } catch (RuntimeException e) {
        throw new IllegalArgumentException("in \"" + line.strip() + "\": " + e.getMessage(), e);
      }
    }
    return zone.build();
  }

  private HostedZone build() {
    sets.stream()
        .flatMap(set -> set.routing().flatMap(Routing::healthCheck).stream())
        .forEach(check -> checks.computeIfAbsent(check, any -> CheckText.read("http")));
    List<CidrCollection> collections = new ArrayList<>();
    blocks.forEach((name, locations) -> collections.add(new CidrCollection(name, locations)));
    return new HostedZone(apex, "", Map.of(), visibility, sets, checks, collections);
  }

  private void directive(String line) {
    String[] words = line.split("\\s+", 3);
    switch (words[0]) {
      case "$ORIGIN" -> apex = DomainName.of(words[1]);
      case "$TTL" -> ttl = Long.parseLong(words[1]);
      case "$PRIVATE" -> {
        List<Visibility.Vpc> vpcs =
            Stream.of(line.split("\\s+"))
                .skip(1)
                .map(region -> new Visibility.Vpc("vpc-" + region, Optional.of(region)))
                .toList();
        visibility = new Visibility.Private(vpcs);
      }
      case "$CHECK" -> checks.put(words[1], CheckText.read(words[2]));
      case "$BLOCKS" -> {
        String[] rest = words[2].split("\\s+");
        List<AddressBlock> listed = Stream.of(rest).skip(1).map(AddressBlock::of).toList();
        blocks.computeIfAbsent(words[1], any -> new LinkedHashMap<>()).put(rest[0], listed);
      }
      default -> throw new IllegalArgumentException("no directive");
    }
  }

  private void recordSet(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no record set");
    }
    owner = parts.group(1).isEmpty() ? owner : parts.group(1);
    long ownTtl = parts.group(2) == null ? ttl : Long.parseLong(parts.group(2));
    Optional<Routing> routing = Optional.ofNullable(parts.group(4)).map(PolicyText::read);
    RecordType type = RecordType.valueOf(parts.group(3));
    sets.add(new RecordSet(nameOf(owner, apex), type, routing, content(parts.group(5), ownTtl)));
  }

  private Content content(String text, long ownTtl) {
    if (!text.startsWith("alias ")) {
      return new Content.Values(ownTtl, values(text));
    }
    boolean evaluated = text.endsWith(HEALTH);
    String target = text.substring("alias ".length()).replace(HEALTH, "").strip();
    return new Content.Alias(target(target), evaluated);
  }

  private AliasTarget target(String text) {
    Matcher lookedUp = LOOKED_UP.matcher(text);
    if (lookedUp.matches()) {
      return new AliasTarget.LookedUpLoadBalancer(lookedUp.group(1), lookedUp.group(2));
    }
    if (text.startsWith("${aws_lb.")) {
      return new AliasTarget.Reference(AwsService.LOAD_BALANCER, text, "${aws_lb.zone_id}");
    }
    boolean outside = text.endsWith(".") && !DomainName.of(text).isWithin(apex);
    return outside ? resource(text) : new AliasTarget.SameZone(nameOf(text, apex));
  }

  /** Splits at commas outside of quotes. */
  static List<String> values(String text) {
    return List.of(BETWEEN_VALUES.split(text.strip()));
  }

  static DomainName nameOf(String text, DomainName apex) {
    if (text.equals("@")) {
      return apex;
    }
    return text.endsWith(".") ? DomainName.of(text) : apex.prepend(text);
  }

  /** The AWS resource of a DNS name, which tells the service. */
  static AliasTarget resource(String dnsName) {
    AwsService service = AwsService.OTHER;
    if (dnsName.matches(".*\\.elb\\..*amazonaws\\.com\\.")) {
      service = AwsService.LOAD_BALANCER;
    } else if (dnsName.endsWith(".cloudfront.net.")) {
      service = AwsService.CLOUDFRONT;
    } else if (dnsName.endsWith(".awsglobalaccelerator.com.")) {
      service = AwsService.GLOBAL_ACCELERATOR;
    } else if (dnsName.contains(".execute-api.")) {
      service = AwsService.API_GATEWAY;
    } else if (dnsName.startsWith("s3-website")) {
      service = AwsService.S3_WEBSITE;
    } else if (dnsName.endsWith(".vpce.amazonaws.com.")) {
      service = AwsService.VPC_ENDPOINT;
    } else if (dnsName.endsWith(".es.amazonaws.com.")) {
      service = AwsService.OPENSEARCH;
    } else if (dnsName.contains(".vpc-lattice-svcs.")) {
      service = AwsService.VPC_LATTICE;
    } else if (dnsName.endsWith(".elasticbeanstalk.com.")) {
      service = AwsService.ELASTIC_BEANSTALK;
    }
    return new AliasTarget.AwsResource(service, dnsName, "Z1");
  }

  /** The text that reads as this zone; of zones that can be written so. */
  static String write(HostedZone zone) {
    StringBuilder text = new StringBuilder("$ORIGIN " + zone.name() + "\n");
    if (zone.visibility() instanceof Visibility.Private secluded) {
      text.append("$PRIVATE");
      secluded.vpcs().forEach(vpc -> text.append(' ').append(vpc.region().orElseThrow()));
      text.append('\n');
    }
    zone.healthChecks()
        .forEach((name, check) -> text.append(directive("CHECK", name, CheckText.write(check))));
    for (CidrCollection collection : zone.cidrCollections()) {
      collection
          .locations()
          .forEach(
              (location, listed) ->
                  text.append(
                      directive(
                          "BLOCKS",
                          collection.name() + " " + location,
                          listed.stream()
                              .map(AddressBlock::toString)
                              .collect(Collectors.joining(" ")))));
    }
    zone.recordSets().forEach(set -> text.append(lineOf(set)));
    return text.toString();
  }

  private static String directive(String kind, String name, String rest) {
    return "$" + kind + " " + name + " " + rest + "\n";
  }

  private static String lineOf(RecordSet set) {
    return set.name()
        + ". "
        + (set.ttl().isPresent() ? set.ttl().getAsLong() + " " : "")
        + set.type()
        + set.routing().map(routing -> " " + PolicyText.write(routing)).orElse("")
        + " "
        + set.alias().map(ZoneText::textOf).orElse(String.join(", ", set.values()))
        + "\n";
  }

  private static String textOf(Content.Alias alias) {
    return "alias " + targetOf(alias.target()) + (alias.evaluateTargetHealth() ? HEALTH : "");
  }

  /** An alias's target as it is written: mostly its DNS name, with the final dot. */
  static String targetOf(AliasTarget target) {
    return target.match(
        same -> same.name() + ".",
        resource -> resource.dnsName() + ".",
        lookedUp -> "load-balancer " + lookedUp.name() + " in " + lookedUp.region(),
        AliasTarget.Reference::dnsName);
  }
}
