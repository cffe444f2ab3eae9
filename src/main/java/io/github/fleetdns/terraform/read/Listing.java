package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.terraform.ResourceNames;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Route 53's API lists, as {@code aws route53 list-…} prints it in JSON: the pages of a zone's
 * record sets and, beside them, the zone, health checks, CIDR collections and tags.
 *
 * <p>It is read as the resources that Terraform would hold for it, so that everything else is as
 * for a state. Source: Route 53 API Reference, data types. Last looked at: 2026-11-28.
 */
final class Listing {
  /** What stands at the top of a listing. */
  static final Set<String> KEYS =
      Set.of(
          "ResourceRecordSets",
          "HealthChecks",
          "HealthCheck",
          "HostedZone",
          "HostedZones",
          "CidrCollections",
          "CidrBlocks",
          "ResourceTagSet",
          "ResourceTagSets");

  private final List<Problem> problems;
  private final List<ListedZone> zones = new ArrayList<>();
  private final List<Page> pages = new ArrayList<>();
  private final Map<String, Map<String, Node>> tags = new HashMap<>();
  private final List<Resource> resources = new ArrayList<>();

  /** A document with record sets. */
  record Page(String source, Node root, List<Node.Obj> sets) {}

  private Listing(List<Problem> problems) {
    this.problems = problems;
  }

  /**
   * Reads documents that belong together.
   *
   * @param problems takes what is wrong with them
   */
  static Resources read(List<TerraformReader.Document> documents, List<Problem> problems) {
    Listing listing = new Listing(problems);
    documents.forEach(document -> listing.tags(document.content().root()));
    documents.forEach(
        document -> {
          Node root = document.content().root();
          if (!root.get("ResourceRecordSets").isNothing()) {
            listing.pages.add(
                new Page(document.source(), root, root.get("ResourceRecordSets").blocks()));
          }
          listing.zone(root.get("HostedZone"), root);
          root.get("HostedZones").blocks().forEach(zone -> listing.zone(zone, root));
          root.get("HealthChecks").blocks().forEach(listing::check);
          listing.check(root.get("HealthCheck"));
        });
    listing.zones();
    new ListedCollections(listing.resources, problems).read(documents);
    return Resources.of(listing.resources, true);
  }

  private void tags(Node root) {
    List<Node.Obj> sets = new ArrayList<>(root.get("ResourceTagSets").blocks());
    sets.addAll(root.get("ResourceTagSet").blocks());
    for (Node.Obj set : sets) {
      Map<String, Node> own = new LinkedHashMap<>();
      for (Node.Obj tag : set.get("Tags").blocks()) {
        tag.get("Key").text().ifPresent(key -> own.put(key, tag.get("Value")));
      }
      set.get("ResourceId").text().ifPresent(id -> tags.put(bare(id), own));
    }
  }

  /** An id without the kind in front of it that the API writes at times. */
  static String bare(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  /** A zone that the API tells of. */
  private static final class ListedZone {
    Optional<DomainName> name = Optional.empty();
    Optional<String> id = Optional.empty();
    Node described = Node.Scalar.NOTHING;
    Node servers = Node.Scalar.NOTHING;
    Node vpcs = Node.Scalar.NOTHING;
    final List<Page> pages = new ArrayList<>();
  }

  private void zone(Node described, Node root) {
    Optional<String> name = described.get("Name").text();
    if (name.isEmpty()) {
      return;
    }
    try {
      ListedZone zone = new ListedZone();
      zone.name = Optional.of(DomainName.of(name.get()));
      zone.id = described.get("Id").text().map(Listing::bare);
      zone.described = described;
      zone.servers = root.get("DelegationSet").get("NameServers");
      zone.vpcs = root.get("VPCs");
      zones.add(zone);
    } catch (InvalidNameException e) {
      error(described.get("Name").at(), "listing-zone", e.reason());
    }
  }

  private void error(Location at, String rule, String message) {
    problems.add(Problem.error(at, rule, message));
  }

  // ---- which page is of which zone ----

  private void zones() {
    List<Page> later = new ArrayList<>();
    Map<DomainName, List<Page>> begun = new LinkedHashMap<>();
    for (Page page : pages) {
      Optional<Node.Obj> soa =
          page.sets().stream()
              .filter(set -> set.get("Type").text().filter("SOA"::equals).isPresent())
              .findFirst();
      Optional<DomainName> name = soa.flatMap(set -> name(set.get("Name")));
      if (name.isEmpty()) {
        later.add(page);
      } else {
        begun.computeIfAbsent(name.get(), n -> new ArrayList<>()).add(page);
      }
    }
    begun.forEach(
        (name, first) -> {
          if (first.size() > 1) {
            error(
                Location.startOf(first.get(1).source()),
                "listing-two-zones",
                "this is a second zone called "
                    + name
                    + ", beside that of "
                    + first.get(0).source()
                    + "; import one zone at a time");
          }
          listed(name).pages.add(first.get(0));
        });
    later.forEach(this::assign);
    for (ListedZone zone : zones) {
      if (!zone.pages.isEmpty()) {
        complete(zone);
        add(zone);
      }
    }
  }

  private static Optional<DomainName> name(Node node) {
    try {
      return node.text().map(DomainName::of);
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }

  private ListedZone listed(DomainName name) {
    List<ListedZone> called =
        zones.stream().filter(zone -> zone.name.equals(Optional.of(name))).toList();
    if (called.size() == 1 && called.get(0).pages.isEmpty()) {
      return called.get(0);
    }
    ListedZone zone = new ListedZone();
    zone.name = Optional.of(name);
    zones.add(zone);
    return zone;
  }

  /** A page without the beginning of a zone goes to the zone that all its names are in. */
  private void assign(Page page) {
    List<DomainName> names =
        page.sets().stream().map(set -> name(set.get("Name"))).flatMap(Optional::stream).toList();
    List<ListedZone> around =
        zones.stream()
            .filter(
                zone ->
                    zone.name
                        .filter(apex -> names.stream().allMatch(name -> name.isWithin(apex)))
                        .isPresent())
            .toList();
    Optional<ListedZone> longest =
        around.stream()
            .max(
                java.util.Comparator.comparingInt(
                    zone -> zone.name.map(name -> name.labels().size()).orElse(0)));
    if (page.sets().isEmpty()) {
      error(
          page.root().get("ResourceRecordSets").at(),
          "listing-empty",
          "there is no record set in it; every zone has an SOA record set, so the listing is not"
              + " whole");
    } else if (longest.isPresent()) {
      longest.get().pages.add(page);
    } else {
      error(
          Location.startOf(page.source()),
          "listing-incomplete",
          "the SOA record set of its zone is missing, which every zone has; name all pages of the"
              + " listing, and get-hosted-zone beside them");
    }
  }

  /** Complains of names of another zone, and of pages that are missing. */
  private void complete(ListedZone zone) {
    DomainName apex = zone.name.orElseThrow();
    Set<String> first = new HashSet<>();
    Set<String> reported = new LinkedHashSet<>();
    for (Page page : zone.pages) {
      page.sets().stream().findFirst().ifPresent(set -> first.add(start(set)));
      for (Node.Obj set : page.sets()) {
        Optional<DomainName> name = name(set.get("Name"));
        if (name.filter(in -> !in.isWithin(apex)).isPresent() && reported.add(page.source())) {
          error(
              set.get("Name").at(),
              "listing-mixed",
              name.get()
                  + " is not in the zone "
                  + apex
                  + " that this listing begins with; a listing is of one zone");
        }
      }
    }
    long cut =
        zone.pages.stream().filter(page -> !page.root().get("NextToken").isNothing()).count();
    for (Page page : zone.pages) {
      Node next = page.root().get("NextRecordName");
      boolean isMissing =
          next.text().isPresent()
              ? !first.contains(
                  start(
                      next,
                      page.root().get("NextRecordType"),
                      page.root().get("NextRecordIdentifier")))
              : page.root().get("IsTruncated").text().filter("true"::equals).isPresent()
                  || (!page.root().get("NextToken").isNothing() && cut == zone.pages.size());
      if (isMissing) {
        error(
            next.text().isPresent() ? next.at() : Location.startOf(page.source()),
            "listing-truncated",
            "the listing goes on"
                + next.text().map(name -> " with " + name).orElse("")
                + ", and that page is not given; name it too, or list without --max-items");
      }
    }
  }

  private static String start(Node.Obj set) {
    return start(set.get("Name"), set.get("Type"), set.get("SetIdentifier"));
  }

  private static String start(Node name, Node type, Node identifier) {
    return name.text().orElse("")
        + " "
        + type.text().orElse("")
        + " "
        + identifier.text().orElse("");
  }

  // ---- resources ----

  private void add(ListedZone zone) {
    DomainName apex = zone.name.orElseThrow();
    Optional<String> id = zone.id.or(() -> idOf(zone));
    String address = "zone " + apex;
    Location at =
        zone.described.isNothing()
            ? Location.startOf(zone.pages.get(0).source())
            : zone.described.at();
    Fields fields = new Fields(at).text("name", apex.toString());
    id.ifPresent(
        text -> {
          fields.text("zone_id", text).text("id", text);
          fields.object("tags", tags.getOrDefault(text, Map.of()));
          fields.flag("tags_known", tags.containsKey(text));
        });
    fields.node("comment", zone.described.get("Config").get("Comment"));
    fields.flag("described", !zone.described.isNothing());
    fields.node("name_servers", zone.servers);
    List<Node> vpcs = new ArrayList<>();
    for (Node.Obj vpc : zone.vpcs.blocks()) {
      vpcs.add(
          new Fields(vpc.at())
              .node("vpc_id", vpc.get("VPCId"))
              .node("vpc_region", vpc.get("VPCRegion"))
              .build());
    }
    fields.node("vpc", new Node.Arr(at, vpcs));
    boolean secluded =
        zone.described.get("Config").get("PrivateZone").text().filter("true"::equals).isPresent();
    if (secluded && vpcs.isEmpty()) {
      error(
          zone.described.get("Config").get("PrivateZone").at(),
          "listing-vpcs",
          "the zone is private, and which VPCs it is for is not given; name the output of"
              + " get-hosted-zone, which has them");
    }
    resources.add(
        new Resource(address, false, Zones.TYPE, "zone", fields.build(), Optional.empty()));
    Node zoneId =
        id.<Node>map(text -> Node.Scalar.text(at, text))
            .orElseGet(
                () ->
                    new Node.Unknown(
                        at,
                        "${" + address + ".id}",
                        List.of(new Node.Reference(address, "id")),
                        true));
    zone.pages.forEach(page -> page.sets().forEach(set -> recordSet(set, zoneId)));
  }

  /** The id of a zone, as its aliases to record sets of its own have it. */
  private static Optional<String> idOf(ListedZone zone) {
    Set<String> groups = new HashSet<>();
    zone.pages.forEach(
        page ->
            page.sets()
                .forEach(
                    set ->
                        name(set.get("Name"))
                            .ifPresent(
                                n -> groups.add(n + " " + set.get("Type").text().orElse("")))));
    for (Page page : zone.pages) {
      for (Node.Obj set : page.sets()) {
        Node alias = set.get("AliasTarget");
        Optional<DomainName> target = name(alias.get("DNSName"));
        if (target
            .filter(n -> groups.contains(n + " " + set.get("Type").text().orElse("")))
            .isPresent()) {
          return alias.get("HostedZoneId").text();
        }
      }
    }
    return Optional.empty();
  }

  private void recordSet(Node.Obj set, Node zoneId) {
    String label =
        name(set.get("Name")).map(DomainName::toString).orElse(set.get("Name").text().orElse("?"))
            + " "
            + set.get("Type").text().orElse("?")
            + set.get("SetIdentifier").text().map(id -> " \"" + id + "\"").orElse("");
    set.get("TrafficPolicyInstanceId")
        .text()
        .ifPresent(
            instance ->
                problems.add(
                    Problem.warning(
                        set.get("TrafficPolicyInstanceId").at(),
                        "listing-traffic-policy",
                        label
                            + " was made by traffic policy instance "
                            + instance
                            + ", and Route 53 changes it only through that; deleting the instance"
                            + " deletes the record sets that it made")));
    resources.add(
        new Resource(
            label,
            false,
            RecordReader.TYPE,
            label,
            ListedRecords.values(set, zoneId),
            Optional.empty()));
  }

  private void check(Node described) {
    Optional<String> id = described.get("Id").text().map(Listing::bare);
    if (id.isEmpty()) {
      return;
    }
    Node config = described.get("HealthCheckConfig");
    Fields fields = new Fields(described.at()).text("id", id.get());
    Map<String, String> names = new LinkedHashMap<>();
    names.put("type", "Type");
    names.put("ip_address", "IPAddress");
    names.put("port", "Port");
    names.put("resource_path", "ResourcePath");
    names.put("fqdn", "FullyQualifiedDomainName");
    names.put("search_string", "SearchString");
    names.put("request_interval", "RequestInterval");
    names.put("failure_threshold", "FailureThreshold");
    names.put("measure_latency", "MeasureLatency");
    names.put("invert_healthcheck", "Inverted");
    names.put("disabled", "Disabled");
    names.put("child_health_threshold", "HealthThreshold");
    names.put("child_healthchecks", "ChildHealthChecks");
    names.put("enable_sni", "EnableSNI");
    names.put("regions", "Regions");
    names.put("insufficient_data_health_status", "InsufficientDataHealthStatus");
    names.put("routing_control_arn", "RoutingControlArn");
    names.forEach((attribute, api) -> fields.node(attribute, config.get(api)));
    fields.node("cloudwatch_alarm_name", config.get("AlarmIdentifier").get("Name"));
    fields.node("cloudwatch_alarm_region", config.get("AlarmIdentifier").get("Region"));
    Map<String, Node> own = tags.getOrDefault(id.get(), Map.of());
    fields.object("tags", own);
    fields.flag("tags_known", tags.containsKey(id.get()));
    String name =
        Optional.ofNullable(own.get("Name"))
            .flatMap(Node::text)
            .map(ResourceNames::ofHealthCheck)
            .orElse(id.get());
    resources.add(
        new Resource(id.get(), false, HealthChecks.TYPE, name, fields.build(), Optional.empty()));
  }
}
