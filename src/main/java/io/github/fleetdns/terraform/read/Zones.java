package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Location;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The zones of an input, and which of them a record is in. */
final class Zones {
  static final String TYPE = "aws_route53_zone";

  private static final Pattern MODULE =
      Pattern.compile("^(?:module\\.[\\p{L}_][\\p{L}\\p{N}_-]*(?:\\[(?:\"[^\"]*\"|\\d+)\\])?\\.)+");
  private static final Pattern EACH = Pattern.compile("\\b(?:each|count)\\.");

  private final Resources resources;
  private final List<ZoneDraft> drafts = new ArrayList<>();

  /** Those that are in the input, rather than mentioned by their id. */
  private final Set<ZoneDraft> stated = new LinkedHashSet<>();

  private final Map<String, Set<ZoneDraft>> byModule = new HashMap<>();
  private final Map<String, List<ZoneDraft>> byName = new HashMap<>();
  private final Map<String, ZoneDraft> byAddress = new HashMap<>();
  private final Map<String, ZoneDraft> byId = new LinkedHashMap<>();

  /** Of records that are in one of several instances, these. */
  private final IdentityHashMap<Resource, List<ZoneDraft>> families = new IdentityHashMap<>();

  private final IdentityHashMap<ZoneDraft, List<ZoneDraft>> kin = new IdentityHashMap<>();

  Zones(Resources resources) {
    this.resources = resources;
    // Those that Terraform makes come first: a data source can find one of them.
    resources.all().stream().filter(r -> r.is(TYPE)).forEach(this::add);
    resources.all().stream().filter(r -> r.data() && r.type().equals(TYPE)).forEach(this::add);
    for (ZoneDraft draft : drafts) {
      Resource zone = draft.resource.orElseThrow();
      stated.add(draft);
      byModule.computeIfAbsent(module(zone.address()), x -> new LinkedHashSet<>()).add(draft);
      byName
          .computeIfAbsent(plain(resources.follow(zone.get("name"))), x -> new ArrayList<>())
          .add(draft);
    }
    associations();
  }

  /** The zone of the input with the longest name that a name ends with. */
  Optional<DomainName> longestAround(String name) {
    return drafts.stream()
        .map(draft -> draft.name)
        .filter(zone -> name.equals(zone.toString()) || name.endsWith("." + zone))
        .max(Comparator.comparingInt(zone -> zone.labels().size()));
  }

  /** The zones, those that Terraform makes first. */
  List<ZoneDraft> all() {
    return drafts;
  }

  private void add(Resource zone) {
    Optional<String> id = id(zone);
    Optional<String> lookedUp = lookup(zone);
    ZoneDraft known = id.map(byId::get).orElse(null);
    if (known == null && zone.data()) {
      known = lookedUp.map(byId::get).or(() -> find(zone.get("zone_id"))).orElse(null);
    }
    if (known == null) {
      known =
          new ZoneDraft(Optional.of(zone), zone.at(), id.orElse("${" + zone.address() + ".id}"));
      drafts.add(known);
      visibility(zone, known);
    }
    byAddress.put(zone.address(), known);
    ZoneDraft draft = known;
    id.ifPresent(text -> byId.putIfAbsent(text, draft));
    lookedUp.ifPresent(text -> byId.putIfAbsent(text, draft));
  }

  private Optional<String> id(Resource zone) {
    return resources.follow(zone.get("zone_id")).text().or(zone.get("id")::text);
  }

  /** What a zone is looked up by; a data source that looks for it finds one made here. */
  private Optional<String> lookup(Resource zone) {
    boolean inside =
        zone.data() ? isTrue(zone.get("private_zone")) : !zone.get("vpc").blocks().isEmpty();
    return resources
        .follow(zone.get("name"))
        .text()
        .map(name -> "name " + DomainName.spelled(name) + " " + inside);
  }

  private static boolean isTrue(Node node) {
    return node.text().filter("true"::equals).isPresent();
  }

  private void visibility(Resource zone, ZoneDraft draft) {
    for (Node.Obj vpc : zone.get("vpc").blocks()) {
      draft.vpcs.add(vpc(vpc.get("vpc_id"), vpc.get("vpc_region")));
    }
    draft.secluded |= zone.data() && isTrue(zone.get("private_zone"));
    if (zone.data() && draft.secluded && !zone.get("vpc_id").isNothing()) {
      draft.vpcs.add(vpc(zone.get("vpc_id"), Node.Scalar.NOTHING));
    }
    Node mark = zone.mark().get("vpcs");
    if (mark instanceof Node.Arr) {
      draft.secluded = true;
      draft.vpcs.clear();
      mark.blocks().forEach(vpc -> draft.vpcs.add(vpc(vpc.get("id"), vpc.get("region"))));
    }
  }

  private Visibility.Vpc vpc(Node id, Node region) {
    return new Visibility.Vpc(shown(id), resources.follow(region).text());
  }

  private String shown(Node node) {
    Node value = resources.follow(node);
    return value instanceof Node.Unknown unknown
        ? unknown.expression()
        : value.text().orElse(Node.Unknown.LATER);
  }

  private void associations() {
    for (Resource association : resources.ofType("aws_route53_zone_association")) {
      find(association.get("zone_id"))
          .ifPresent(
              draft -> {
                Visibility.Vpc vpc = vpc(association.get("vpc_id"), association.get("vpc_region"));
                if (draft.vpcs.stream().noneMatch(known -> known.id().equals(vpc.id()))) {
                  draft.vpcs.add(vpc);
                }
              });
    }
  }

  /** The zone that an id is of, if the input has it. */
  Optional<ZoneDraft> find(Node zoneId) {
    return find(zoneId, "");
  }

  /** The same for an argument in a module: of several zones, that of the module itself is meant. */
  private Optional<ZoneDraft> find(Node zoneId, String module) {
    Node value = resources.follow(zoneId);
    if (!(value instanceof Node.Unknown)) {
      return value.text().map(byId::get);
    }
    List<Resource> targets = resources.targets(value, resource -> resource.type().equals(TYPE));
    List<Resource> here =
        targets.stream().filter(zone -> module(zone.address()).equals(module)).toList();
    List<ZoneDraft> zones =
        (here.size() == 1 ? here : targets)
            .stream()
                .flatMap(zone -> Optional.ofNullable(byAddress.get(zone.address())).stream())
                .distinct()
                .toList();
    return zones.size() == 1 ? Optional.of(zones.get(0)) : Optional.empty();
  }

  private static String module(String address) {
    Matcher matcher = MODULE.matcher(address);
    return matcher.find() ? matcher.group() : "";
  }

  /**
   * The zone of a record; one that the input only mentions begins here. Empty if it may be in
   * several: then it belongs to none.
   */
  Optional<ZoneDraft> of(Resource record, String argument) {
    Node zoneId = resources.follow(record.get(argument));
    Optional<ZoneDraft> found = find(zoneId, module(record.address()));
    if (found.isPresent()) {
      return zoneId instanceof Node.Unknown unknown && unknown.inferred()
          ? Optional.of(inferred(record, found.get()))
          : found;
    }
    if (zoneId instanceof Node.Unknown unknown) {
      Optional<ZoneDraft> likely = likely(record, unknown);
      boolean oneOf = !resources.targets(zoneId, zone -> zone.type().equals(TYPE)).isEmpty();
      if (likely.isPresent() || oneOf || mayBeOfSeveral(unknown)) {
        return likely;
      }
    }
    String id = shown(zoneId);
    ZoneDraft known = byId.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Location at = zoneId.isNothing() ? record.at() : zoneId.at();
    ZoneDraft draft = new ZoneDraft(Optional.empty(), at, id);
    drafts.add(draft);
    byId.put(id, draft);
    return Optional.of(draft);
  }

  /**
   * The zone of a record whose zone is one of several instances, by an index of which anything may
   * be made: which one it is only the record's name proves, if it is within one of them alone.
   */
  private ZoneDraft inferred(Resource record, ZoneDraft counterpart) {
    List<ZoneDraft> family = family(counterpart);
    if (family.size() < 2) {
      return counterpart;
    }
    List<ZoneDraft> within =
        around(record).stream().flatMap(List::stream).filter(family::contains).toList();
    if (within.size() == 1) {
      ZoneDraft named = within.get(0);
      if (named != counterpart) {
        take(named, record, "the one that its name ends with is taken");
      }
      return named;
    }
    // Instances of one index can be told from others; that it is not another's, cannot be.
    counterpart.likely.add(record);
    families.put(record, family);
    // Said once for all of them.
    family
        .get(0)
        .unresolved(
            record.at(),
            record.address()
                + ": which of several zones it is in its index may tell, but a plan does not say"
                + " what is made of that; the one with the same index is taken");
    return counterpart;
  }

  /** The zones that are instances of one resource. */
  private List<ZoneDraft> family(ZoneDraft one) {
    String address = one.resource.map(Resource::address).orElse("");
    return kin.computeIfAbsent(
        one,
        o ->
            stated.stream()
                .filter(
                    other ->
                        other
                            .resource
                            .filter(zone -> Resources.areInstancesOfOne(zone.address(), address))
                            .isPresent())
                .toList());
  }

  /** Whether an expression may give another value each time that it is evaluated. */
  private boolean mayBeOfSeveral(Node.Unknown unknown) {
    // What one other resource of AWS alone says is the id of a zone that is not among the input's.
    boolean another =
        unknown.direct()
            && unknown.references().size() == 1
            && resources
                .at(unknown.references().get(0).address())
                .filter(resource -> resource.type().startsWith("aws_"))
                .isPresent();
    return !stated.isEmpty()
        && !another
        && (resources.applied() || EACH.matcher(unknown.expression()).find());
  }

  /**
   * The zone that a record is in by all that is known, be it not surely: the only one; the one that
   * its name ends with; that of its own module.
   */
  private Optional<ZoneDraft> likely(Resource record, Node.Unknown zoneId) {
    List<Resource> targets = resources.targets(zoneId, resource -> resource.type().equals(TYPE));
    if (targets.isEmpty() && !zoneId.references().isEmpty()) {
      return Optional.empty();
    }
    if (stated.size() == 1) {
      ZoneDraft only = stated.iterator().next();
      only.unresolved(
          record.at(),
          record.address() + ": which zone it is in is not known yet, and the only one is taken");
      return Optional.of(only);
    }
    Collection<ZoneDraft> among = targets.isEmpty() ? stated : drafts(targets);
    Optional<ZoneDraft> named = named(record, among);
    if (named.isPresent()) {
      return take(named.get(), record, "the one that its name ends with is taken");
    }
    String module = module(record.address());
    Set<ZoneDraft> here = module.isEmpty() ? Set.of() : byModule.getOrDefault(module, Set.of());
    if (here.size() == 1 && among.containsAll(here)) {
      return take(here.iterator().next(), record, "that of its own module is taken");
    }
    return Optional.empty();
  }

  private Set<ZoneDraft> drafts(List<Resource> zones) {
    Set<ZoneDraft> found = new LinkedHashSet<>();
    zones.stream()
        .flatMap(zone -> Optional.ofNullable(byAddress.get(zone.address())).stream())
        .forEach(found::add);
    return found;
  }

  private static Optional<ZoneDraft> take(ZoneDraft zone, Resource record, String why) {
    zone.likely.add(record);
    zone.unresolved(
        record.at(), record.address() + ": which zone it is in is not known yet, and " + why);
    return Optional.of(zone);
  }

  /** The zone with the longest name that a record's name ends with; empty if two have that name. */
  private Optional<ZoneDraft> named(Resource record, Collection<ZoneDraft> among) {
    for (List<ZoneDraft> zones : around(record)) {
      List<ZoneDraft> these = zones.stream().filter(among::contains).toList();
      if (!these.isEmpty()) {
        return these.size() == 1 ? Optional.of(these.get(0)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The zones with names that a record's name ends with, those with the longest first. */
  private List<List<ZoneDraft>> around(Resource record) {
    List<List<ZoneDraft>> around = new ArrayList<>();
    String name = plain(resources.follow(record.get("name")));
    int dot = -1;
    do {
      List<ZoneDraft> zones = byName.get(name.substring(dot + 1));
      if (zones != null && dot + 1 < name.length()) {
        around.add(zones);
      }
      dot = name.indexOf('.', dot + 1);
    } while (dot >= 0);
    return around;
  }

  /** In which other zones a record may be that is only likely to be in one. */
  List<ZoneDraft> others(Resource record, ZoneDraft likely) {
    List<ZoneDraft> family = families.get(record);
    if (family != null) {
      return family.stream().filter(other -> other != likely).toList();
    }
    List<List<ZoneDraft>> around = around(record);
    // To a name that ends with a zone's, any other zone would add its own: nobody means that.
    return (around.isEmpty() ? drafts.stream() : around.stream().flatMap(List::stream))
        .filter(other -> other != likely)
        .toList();
  }

  private static String plain(Node name) {
    return DomainName.spelled(name.text().orElse(""));
  }
}
