package io.github.fleetdns.change;

import io.github.fleetdns.zone.HealthCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which resources are destroyed and made anew, and which must be updated since what they refer to
 * is (route53.md#terraform-replace).
 */
final class Replacement {
  private final StackChange change;
  private final Set<String> replaced = new HashSet<>();

  private Replacement(StackChange change) {
    this.change = change;
  }

  static Replacement of(StackChange change) {
    Replacement replacement = new Replacement(change);
    boolean more = true;
    while (more) {
      more = false;
      for (Resource before : change.before().values()) {
        Resource after = change.after().get(before.address());
        if (after != null && replacement.isForced(before, after)) {
          more |= replacement.replaced.add(before.address());
        }
      }
    }
    return replacement;
  }

  boolean replaces(String address) {
    return replaced.contains(address);
  }

  private boolean isForced(Resource before, Resource after) {
    if (change.replaced().containsKey(before.address())) {
      return true;
    }
    return before.body().accept(new Forced(after.body()));
  }

  /** What cannot change in a resource of the kind. */
  private final class Forced implements Resource.Body.Visitor<Boolean> {
    private final Resource.Body after;

    Forced(Resource.Body after) {
      this.after = after;
    }

    @Override
    public Boolean set(Resource.OfSet old) {
      return after instanceof Resource.OfSet now
          && !(old.zone().equals(now.zone()) && old.set().name().equals(now.set().name()));
    }

    @Override
    public Boolean check(Resource.OfCheck old) {
      return after instanceof Resource.OfCheck now
          && !fixed(old.check()).equals(fixed(now.check()));
    }

    @Override
    public Boolean collection(Resource.OfCollection old) {
      return !old.equals(after);
    }

    @Override
    public Boolean location(Resource.OfLocation old) {
      return after instanceof Resource.OfLocation now
          && (!old.name().equals(now.name())
              || !old.collection().equals(now.collection())
              || replaced.contains(now.collection()));
    }

    @Override
    public Boolean zone(Resource.OfZone old) {
      return !old.equals(after);
    }
  }

  /** What of a check the provider does not update (route53.md#terraform-replace). */
  private static List<Object> fixed(HealthCheck check) {
    return check.match(
        endpoint ->
            List.of(
                endpoint.protocol(),
                endpoint.search().isPresent(),
                endpoint.interval(),
                endpoint.measureLatency()),
        calculated -> List.of("calculated"),
        alarm -> List.of("alarm"),
        control -> List.of("control", control.arn()));
  }

  /** Whether Terraform updates a resource that it does not replace. */
  boolean updates(Resource before, Resource after) {
    return !before.body().equals(after.body()) || refersToReplaced(after);
  }

  private boolean refersToReplaced(Resource after) {
    if (after.body() instanceof Resource.OfSet set
        && isReplaced(set.location().flatMap(this::collection))) {
      return true;
    }
    return ThingNeeds.used(Optional.of(after)).anyMatch(replaced::contains);
  }

  private boolean isReplaced(Optional<String> address) {
    return address.filter(replaced::contains).isPresent();
  }

  private Optional<String> collection(String location) {
    Resource resource = change.after().get(location);
    return resource != null && resource.body() instanceof Resource.OfLocation there
        ? Optional.of(there.collection())
        : Optional.empty();
  }
}
