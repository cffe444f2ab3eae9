package io.github.fleetdns.zone;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who a hosted zone answers. */
public sealed interface Visibility {

  /** What is made of the kind of visibility that this is. */
  <T> T match(Function<Public, T> everybody, Function<Private, T> networks);

  /** Everybody on the internet. */
  record Public() implements Visibility {
    @Override
    public <T> T match(Function<Public, T> everybody, Function<Private, T> networks) {
      return everybody.apply(this);
    }
  }

  /**
   * Some networks only.
   *
   * @param vpcs the networks; may be empty for a zone that exists already
   */
  record Private(List<Vpc> vpcs) implements Visibility {
    /** Copies the list. */
    public Private {
      vpcs = List.copyOf(vpcs);
    }

    @Override
    public <T> T match(Function<Public, T> everybody, Function<Private, T> networks) {
      return networks.apply(this);
    }
  }

  /**
   * A virtual private cloud.
   *
   * @param id its id, vpc-…
   * @param region its region; the provider's if empty
   */
  record Vpc(String id, Optional<String> region) {}
}
