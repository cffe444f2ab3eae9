package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Situation;
import io.github.fleetdns.zone.HostedZone;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.xbill.DNS.Name;

/** The zones of a server at a moment; replaced as a whole when something goes down or up. */
final class Zones {
  private final Map<Name, View> views;
  private final Plans plans = new Plans();

  private Zones(Map<Name, View> views) {
    this.views = views;
  }

  /**
   * A zone at a moment.
   *
   * @param served the zone
   * @param situation the zone while something is down
   */
  record View(ServedZone served, Situation situation) {}

  /** Zones with nothing down; of zones with one name the first. */
  static Zones of(List<HostedZone> zones) {
    Map<Name, View> views = new LinkedHashMap<>();
    for (HostedZone zone : zones) {
      ServedZone served = ServedZone.of(zone);
      views.putIfAbsent(served.apex(), new View(served, served.under(Outages.NONE)));
    }
    return new Zones(views);
  }

  /** The same zones with this down in each. */
  Zones under(Function<HostedZone, Outages> outages) {
    Map<Name, View> changed = new HashMap<>();
    views.forEach(
        (name, view) -> {
          ServedZone served = view.served();
          changed.put(name, new View(served, served.under(outages.apply(served.zone()))));
        });
    return new Zones(changed);
  }

  /** The zone that a name belongs to: the one with the longest name. */
  Optional<View> holding(Name name) {
    for (int skip = 0; skip < name.labels(); skip++) {
      View view = views.get(skip == 0 ? name : new Name(name, skip));
      if (view != null) {
        return Optional.of(view);
      }
    }
    return Optional.empty();
  }

  /** What was planned for questions while these are the zones. */
  Plans plans() {
    return plans;
  }
}
