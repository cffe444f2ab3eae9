package io.github.fleetdns.compile;

import io.github.fleetdns.fleet.Endpoint;
import io.github.fleetdns.fleet.Target;
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

  static EndpointValues of(Endpoint endpoint, RecordType type) {
    List<String> values = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    Target target = endpoint.target();
    if (target instanceof Target.Addresses addresses) {
      for (int i = 0; i < addresses.addresses().size(); i++) {
        if (addresses.addresses().get(i).recordType() == type) {
          values.add(addresses.addresses().get(i).toString());
          positions.add(i);
        }
      }
    } else if (target instanceof Target.Hostname hostname && type == RecordType.CNAME) {
      values.add(hostname.hostname().toString());
      positions.add(0);
    }
    List<Integer> order = ValueOrder.positions(values);
    return new EndpointValues(
        order.stream().map(values::get).toList(), order.stream().map(positions::get).toList());
  }

  boolean isEmpty() {
    return values.isEmpty();
  }
}
