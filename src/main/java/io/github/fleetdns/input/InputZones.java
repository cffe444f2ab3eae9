package io.github.fleetdns.input;

import io.github.fleetdns.answer.NameSpace;
import io.github.fleetdns.answer.Outages;
import io.github.fleetdns.answer.ServersBehind;
import io.github.fleetdns.answer.Situations;
import io.github.fleetdns.zone.HostedZone;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The zones of an input as one name space, and which of the input's parts each zone is. */
public final class InputZones {
  private final IdentityHashMap<HostedZone, ZoneInput> inputs = new IdentityHashMap<>();
  private final List<ZoneInput> zones;
  private final NameSpace space;

  private InputZones(List<ZoneInput> zones) {
    this.zones = List.copyOf(zones);
    zones.forEach(zone -> inputs.put(zone.zone(), zone));
    this.space = NameSpace.of(zones.stream().map(InputZones::member).toList());
  }

  /** The name space of these zones. */
  public static InputZones of(List<ZoneInput> zones) {
    return new InputZones(zones);
  }

  /** A zone as a member of a name space, with the names of its servers as far as they are known. */
  public static NameSpace.Member member(ZoneInput zone) {
    Set<String> servers =
        zone.parts().stream()
            .flatMap(part -> part.terraform().stream())
            .flatMap(t -> t.nameServers().stream())
            .collect(Collectors.toSet());
    return new NameSpace.Member(zone.zone(), servers);
  }

  /** The name space. */
  public NameSpace space() {
    return space;
  }

  /** The zones while something is down in each. */
  public Situations under(Function<ZoneInput, Outages> outages) {
    return space.under(zone -> outages.apply(of(zone)));
  }

  /** Which servers of these zones are behind answers. */
  public ServersBehind serversBehind() {
    return ServersBehind.of(
        zones.stream()
            .map(
                zone ->
                    new ServersBehind.Of(zone.zone(), zone.servers().all(), zone.servers().all()))
            .toList());
  }

  private ZoneInput of(HostedZone zone) {
    ZoneInput input = inputs.get(zone);
    if (input == null) {
      throw new IllegalArgumentException("no zone of this input: " + zone.name());
    }
    return input;
  }
}
