package io.github.fleetdns.dns;

import io.github.fleetdns.answer.Client;
import io.github.fleetdns.answer.NameSpace;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.Question;
import io.github.fleetdns.answer.Situation;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** The zones of a server at a moment; replaced as a whole when something goes down or up. */
final class Zones {
  private final NameSpace space;
  private final Client standpoint;
  private final List<View> views;
  private final Plans plans = new Plans();

  private Zones(NameSpace space, Client standpoint, List<View> views) {
    this.space = space;
    this.standpoint = standpoint;
    this.views = views;
  }

  /**
   * A zone at a moment.
   *
   * @param served the zone
   * @param situation the zone while something is down
   */
  record View(ServedZone served, Situation situation) {}

  /**
   * The zones of a name space with nothing down.
   *
   * @param standpoint a client in the VPC that questions come from; else they come from the
   *     internet
   */
  static Zones of(NameSpace space, Client standpoint) {
    return new Zones(
        space,
        standpoint,
        space.zones().stream()
            .map(ServedZone::of)
            .map(served -> new View(served, served.under(Outages.NONE)))
            .toList());
  }

  /** Refuses health checks that are in none of the zones. */
  void requireKnown(Outages outages) {
    outages.requireIn(views.stream().map(view -> view.served().zone()).toList());
  }

  /** The same zones with this down in each. */
  Zones under(Function<HostedZone, Outages> outages) {
    return new Zones(
        space,
        standpoint,
        views.stream()
            .map(View::served)
            .map(served -> new View(served, served.under(outages.apply(served.zone()))))
            .toList());
  }

  /** The zone that answers a question: along the delegations, in a VPC private zones first. */
  Optional<View> holding(Name name, int type) {
    Optional<RecordType> asked = RecordType.named(Type.string(type));
    return WireNames.domainName(name)
        .flatMap(domain -> space.holding(new Question(domain, asked), standpoint))
        .map(views::get);
  }

  /** What was planned for questions while these are the zones. */
  Plans plans() {
    return plans;
  }
}
