package io.github.fleetdns.config;

import io.github.fleetdns.compile.RoutePath;
import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Route;
import io.github.fleetdns.problem.Location;
import io.github.fleetdns.problem.Problem;
import io.github.fleetdns.zone.AddressBlock;
import io.github.fleetdns.zone.GeoLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** One route of a fleet file, with the places of its children and of the names it mentions. */
final class RouteReader {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,60}[A-Za-z0-9])?");
  private static final String BY_CAPACITY = "by-capacity";

  private final Map<String, Endpoint> endpoints;
  private final List<Problem> problems;
  private final Map<RoutePath, Location> places = new HashMap<>();
  private final List<Mention> mentions = new ArrayList<>();
  private boolean broken;

  /** Whether the policy that is being read names the locations of a collection. */
  private boolean ofCollection;

  /**
   * A name that a route mentions.
   *
   * @param name an endpoint or pool
   * @param at where it stands
   * @param endpointOnly the policy that takes no pool; empty if one will do
   */
  record Mention(String name, Location at, Optional<String> endpointOnly) {}

  RouteReader(Map<String, Endpoint> endpoints, List<Problem> problems) {
    this.endpoints = endpoints;
    this.problems = problems;
  }

  /** Reads a tree; empty if a part of it is unusable. */
  Optional<Route> read(YamlNode node, RoutePath path) {
    Optional<Route> route = route(node, path);
    return broken ? Optional.empty() : route;
  }

  /** Where the nodes of the tree stand. */
  Map<RoutePath, Location> places() {
    return places;
  }

  /** The names that the tree mentions, in its order. */
  List<Mention> mentions() {
    return mentions;
  }

  private Optional<Route> route(YamlNode node, RoutePath path) {
    places.putIfAbsent(path, node.location());
    if (node instanceof YamlNode.Scalar scalar) {
      if (scalar.type() != YamlNode.Scalar.Type.TEXT) {
        return broken();
      }
      return Optional.of(new Route.To(mention(scalar.text(), scalar.location())));
    }
    if (node instanceof YamlNode.Mapping placed && placed.get(Placing.ROUTE).isPresent()) {
      return placed(YamlFields.of(placed), path);
    }
    if (!(node instanceof YamlNode.Mapping mapping) || mapping.entries().size() != 1) {
      return broken();
    }
    YamlNode.Entry policy = mapping.entries().get(0);
    YamlNode value = policy.value();
    return switch (policy.key()) {
      case "simple" -> Optional.of(new Route.Simple(endpointNames("simple", value, path)));
      case "multivalue" ->
          Optional.of(new Route.Multivalue(endpointNames("multivalue", value, path)));
      case "weighted" -> weighted(value, path);
      case "latency" -> latency(value, path);
      case "geolocation" -> geolocation(value, path);
      case "geoproximity" -> geoproximity(value, path);
      case "failover" -> failover(value, path);
      case "cidr" -> cidr(value, path);
      default -> broken();
    };
  }

  /** The {@code route} of a map, and how Route 53 holds it where the map says so. */
  private Optional<Route> placed(YamlFields fields, RoutePath path) {
    ofCollection = fields.get(Placing.COLLECTION).isPresent();
    Optional<Route> route = fields.get(Placing.ROUTE).flatMap(node -> route(node, path));
    ofCollection = false;
    return route.map(inner -> Placing.read(fields, inner));
  }

  private <T> Optional<T> broken() {
    broken = true;
    return Optional.empty();
  }

  private String mention(String name, Location at) {
    mentions.add(new Mention(name, at, Optional.empty()));
    return name;
  }

  private List<String> endpointNames(String policy, YamlNode node, RoutePath path) {
    List<String> names = new ArrayList<>();
    for (YamlNode.Scalar item : items(node, path)) {
      mentions.add(new Mention(item.text(), item.location(), Optional.of(policy)));
      names.add(item.text());
    }
    return names;
  }

  /** The texts of a list, each a child of its own name; a name that stands twice is a problem. */
  private List<YamlNode.Scalar> items(YamlNode node, RoutePath path) {
    List<YamlNode.Scalar> items = YamlFields.texts(node);
    broken |= !(node instanceof YamlNode.Sequence) || items.isEmpty();
    for (YamlNode.Scalar item : items) {
      if (places.putIfAbsent(path.child(item.text()), item.location()) != null) {
        error(
            item.location(),
            "route-twice",
            "\"" + item.text() + "\" stands twice in this policy; keep one");
      }
    }
    return items;
  }

  private Optional<Route> weighted(YamlNode node, RoutePath path) {
    if (node instanceof YamlNode.Sequence) {
      return Optional.of(
          new Route.Weighted(
              items(node, path).stream()
                  .map(item -> mention(item.text(), item.location()))
                  .map(name -> new Route.Share(name, 1, new Route.To(name)))
                  .toList()));
    }
    YamlFields fields = YamlFields.of(node);
    if (fields.get(BY_CAPACITY).isPresent()) {
      return byCapacity(fields, path);
    }
    List<Route.Share> shares = new ArrayList<>();
    for (YamlNode.Entry entry : fields.entries()) {
      RoutePath below = child(entry, path);
      boolean detailed = entry.value() instanceof YamlNode.Mapping;
      YamlFields value = detailed ? YamlFields.of(entry.value()) : fields;
      OptionalLong weight = value.integer(detailed ? "weight" : entry.key(), 0, 255);
      Optional<Route> route =
          detailed
              ? placed(value, below)
              : Optional.of(new Route.To(mention(entry.key(), entry.keyLocation())));
      if (weight.isEmpty() || route.isEmpty()) {
        return broken();
      }
      shares.add(new Route.Share(entry.key(), (int) weight.getAsLong(), route.get()));
    }
    return Optional.of(new Route.Weighted(shares));
  }

  private Optional<Route> byCapacity(YamlFields fields, RoutePath path) {
    if (fields.entries().size() > 1) {
      error(
          fields.at(BY_CAPACITY),
          "weighted-capacity",
          "by-capacity gives every weight; write the others into its list, or weights for all");
    }
    List<String> members =
        fields.get(BY_CAPACITY).map(node -> items(node, path)).orElse(List.of()).stream()
            .map(item -> mention(item.text(), item.location()))
            .toList();
    return Optional.of(new Route.ByCapacity(members));
  }

  private Optional<Route> latency(YamlNode node, RoutePath path) {
    if (node instanceof YamlNode.Sequence) {
      return Optional.of(
          new Route.LatencyByRegion(
              items(node, path).stream()
                  .map(item -> mention(item.text(), item.location()))
                  .toList()));
    }
    List<Route.Regional> children = new ArrayList<>();
    for (YamlNode.Entry entry : YamlFields.of(node).entries()) {
      route(entry.value(), child(entry, path))
          .ifPresent(route -> children.add(new Route.Regional(entry.key(), entry.key(), route)));
    }
    return Optional.of(new Route.Latency(children));
  }

  private Optional<Route> geolocation(YamlNode node, RoutePath path) {
    List<Route.Local> children = new ArrayList<>();
    for (YamlNode.Entry entry : YamlFields.of(node).entries()) {
      Places.Result place = Places.read(entry.key());
      if (place.place().isEmpty()) {
        error(entry.keyLocation(), "geolocation-place", place.complaint());
        continue;
      }
      Route.Local child = new Route.Local(place.place().get(), new Route.To(""));
      RoutePath below = path.child(child.name());
      places.put(below, entry.keyLocation());
      route(entry.value(), below)
          .ifPresent(route -> children.add(new Route.Local(place.place().get(), route)));
    }
    return Optional.of(new Route.Geolocation(children));
  }

  private Optional<Route> geoproximity(YamlNode node, RoutePath path) {
    List<Route.Near> children = new ArrayList<>();
    for (YamlNode.Entry entry : YamlFields.of(node).entries()) {
      RoutePath below = child(entry, path);
      YamlFields fields = YamlFields.of(entry.value());
      Optional<GeoLocation> location = location(entry, fields);
      Optional<Route> route =
          fields.get(Placing.ROUTE).isPresent()
              ? placed(fields, below)
              : Optional.of(
                  Placing.read(fields, new Route.To(mention(entry.key(), entry.keyLocation()))));
      int bias = (int) fields.integer("bias", -99, 99).orElse(0);
      if (location.isPresent() && route.isPresent()) {
        children.add(new Route.Near(entry.key(), location.get(), bias, route.get()));
      }
    }
    return Optional.of(new Route.Geoproximity(children));
  }

  private Optional<GeoLocation> location(YamlNode.Entry entry, YamlFields fields) {
    List<GeoLocation> given = new ArrayList<>();
    fields.text("region").ifPresent(region -> given.add(new GeoLocation.Region(region)));
    fields.text("local-zone").ifPresent(group -> given.add(new GeoLocation.LocalZone(group)));
    fields.get("at").flatMap(RouteReader::coordinates).ifPresent(given::add);
    if (given.isEmpty()) {
      Optional.ofNullable(endpoints.get(entry.key()))
          .flatMap(Endpoint::region)
          .ifPresent(region -> given.add(new GeoLocation.Region(region)));
    }
    if (given.isEmpty() && fields.get("at").isPresent()) {
      return broken(); // The schema has said what coordinates are.
    }
    if (given.size() != 1) {
      error(
          entry.keyLocation(),
          "geoproximity-location",
          "\"" + entry.key() + "\" needs exactly one of region, local-zone and at");
      return Optional.empty();
    }
    return Optional.of(given.get(0));
  }

  static Optional<GeoLocation> coordinates(YamlNode node) {
    if (!(node instanceof YamlNode.Sequence sequence) || sequence.items().size() != 2) {
      return Optional.empty();
    }
    List<String> numbers =
        sequence.items().stream()
            .filter(YamlNode.Scalar.class::isInstance)
            .map(item -> ((YamlNode.Scalar) item).text())
            .toList();
    return numbers.size() == 2
        ? Optional.of(new GeoLocation.Coordinates(numbers.get(0), numbers.get(1)))
        : Optional.empty();
  }

  private Optional<Route> failover(YamlNode node, RoutePath path) {
    if (!(node instanceof YamlNode.Sequence sequence) || sequence.items().size() < 2) {
      return broken();
    }
    List<Route> children = new ArrayList<>();
    RoutePath level = path;
    for (int i = 0; i < sequence.items().size(); i++) {
      boolean last = i == sequence.items().size() - 1;
      YamlNode item = sequence.items().get(i);
      RoutePath below = level.child(last ? "secondary" : "primary");
      route(item, below).ifPresent(children::add);
      if (!last && i < sequence.items().size() - 2) {
        level = level.child("secondary");
        places.put(level, item.location());
      }
    }
    return Optional.of(new Route.Failover(children));
  }

  private Optional<Route> cidr(YamlNode node, RoutePath path) {
    List<Route.Network> children = new ArrayList<>();
    boolean blocksElsewhere = ofCollection;
    ofCollection = false;
    for (YamlNode.Entry entry : YamlFields.of(node).entries()) {
      boolean everybody = entry.key().equals(Route.Network.DEFAULT);
      RoutePath below = path.child(everybody ? "default" : entry.key());
      places.put(below, entry.keyLocation());
      YamlFields fields = YamlFields.of(entry.value());
      List<AddressBlock> blocks = everybody ? List.of() : blocks(fields);
      if (!everybody && fields.get("blocks").isPresent() == blocksElsewhere) {
        error(
            entry.keyLocation(),
            "cidr-location-blocks",
            blocksElsewhere
                ? "the collection has the blocks of this location; remove them here"
                : "\""
                    + entry.key()
                    + "\" has no blocks; name some, or a collection that has them");
      }
      (everybody ? route(entry.value(), below) : placed(fields, below))
          .ifPresent(route -> children.add(new Route.Network(entry.key(), blocks, route)));
    }
    return Optional.of(new Route.Cidr(children));
  }

  private List<AddressBlock> blocks(YamlFields fields) {
    int before = problems.size();
    List<AddressBlock> blocks = blocks(fields.textList("blocks"), problems);
    broken |= problems.size() > before;
    return blocks;
  }

  /** Blocks of addresses; what is none is a problem. */
  static List<AddressBlock> blocks(List<YamlNode.Scalar> texts, List<Problem> problems) {
    List<AddressBlock> blocks = new ArrayList<>();
    for (YamlNode.Scalar block : texts) {
      try {
        blocks.add(AddressBlock.of(block.text()));
      } catch (IllegalArgumentException e) {
        problems.add(
            Problem.error(
                block.location(),
                "cidr-block",
                "\""
                    + block.text()
                    + "\" is no CIDR block, such as 203.0.113.0/24 or 2001:db8::/48"));
      }
    }
    return blocks;
  }

  private RoutePath child(YamlNode.Entry entry, RoutePath path) {
    if (!NAME.matcher(entry.key()).matches()) {
      error(
          entry.keyLocation(),
          "route-name",
          "\"" + entry.key() + "\" names a DNS label: letters, digits and hyphens, at most 62");
    }
    RoutePath below = path.child(entry.key());
    places.put(below, entry.keyLocation());
    return below;
  }

  private void error(Location at, String rule, String message) {
    broken = true;
    problems.add(Problem.error(at, rule, message));
  }
}
