package io.github.fleetdns.dns;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.xbill.DNS.ExtendedErrorCodeOption;

/**
 * Everything that may be answered to one question of one client: the variants, ready to be sent,
 * and how often each is drawn.
 *
 * @param authoritative whether the zone itself answers; not for referrals and refusals
 * @param perClient whether another client may get another answer
 * @param weights draws the variant
 * @param variants the possible responses, at least one
 */
record Plan(boolean authoritative, boolean perClient, Weights weights, List<Variant> variants) {

  /** Copies the variants. */
  Plan {
    variants = List.copyOf(variants);
  }

  /** A response without records, which the server itself gives to whatever is so. */
  static Plan refusal(int rcode, Optional<ExtendedErrorCodeOption> remark, LongAdder counter) {
    return new Plan(
        false,
        false,
        Weights.ONE,
        List.of(new Variant(rcode, List.of(), 0, Slice.NONE, List.of(), remark, counter)));
  }

  /**
   * A possible response.
   *
   * @param rcode the response code
   * @param units the answer's records in units that are shuffled: a value, or a record set
   * @param pick how many of the units are answered, drawn without replacement
   * @param authority the records of the authority section
   * @param extras addresses for the additional section, each drawn on its own
   * @param remark what a user should know about the response (RFC 8914)
   * @param counter counts how often it was given
   */
  record Variant(
      int rcode,
      List<Slice> units,
      int pick,
      Slice authority,
      List<Extra> extras,
      Optional<ExtendedErrorCodeOption> remark,
      LongAdder counter) {
    /** Copies the lists. */
    Variant {
      units = List.copyOf(units);
      extras = List.copyOf(extras);
    }
  }

  /**
   * Addresses of a name that the response mentions.
   *
   * @param weights draws one
   * @param choices what is drawn from
   */
  record Extra(Weights weights, List<Slice> choices) {
    /** Copies the list. */
    Extra {
      choices = List.copyOf(choices);
    }
  }
}
