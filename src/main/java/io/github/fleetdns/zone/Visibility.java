package io.github.fleetdns.zone;

import java.util.List;
import java.util.Optional;

/** Who a hosted zone answers. */
public sealed interface Visibility {

  /** Everybody on the internet. */
  record Public() implements Visibility {}

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
  }

  /**
   * A virtual private cloud.
   *
   * @param id its id, vpc-…
   * @param region its region; the provider's if empty
   */
  record Vpc(String id, Optional<String> region) {}
}
