package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.zone.IpAddress;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.ValueOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The values that an endpoint has for a record type.
 *
 * @param values the values, in {@link ValueOrder}
 * @param positions for each value, its position in the endpoint's address list
 */
record EndpointValues(List<String> values, List<Integer> positions) {

  /** The types that endpoints can have values for. */
  static final List<RecordType> TYPES = List.of(RecordType.A, RecordType.AAAA, RecordType.CNAME);

  private static final EndpointValues NONE = new EndpointValues(List.of(), List.of());

  static EndpointValues of(Endpoint endpoint, RecordType type) {
    return endpoint
        .target()
        .match(
            addresses -> of(addresses.addresses(), type),
            hostname ->
                type == RecordType.CNAME
                    ? new EndpointValues(List.of(hostname.hostname().toString()), List.of(0))
                    : NONE,
            alias -> NONE);
  }

  private static EndpointValues of(List<IpAddress> addresses, RecordType type) {
    List<String> values = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      if (addresses.get(i).recordType() == type) {
        values.add(addresses.get(i).toString());
        positions.add(i);
      }
    }
    List<Integer> order = ValueOrder.positions(values);
    return new EndpointValues(
        order.stream().map(values::get).toList(), order.stream().map(positions::get).toList());
  }

  boolean isEmpty() {
    return values.isEmpty();
  }
}
