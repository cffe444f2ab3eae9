package io.github.fleetdns.dns;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.xbill.DNS.Record;

/**
 * Everything that may be answered to one question of one client: the variants, and how often each
 * is drawn.
 *
 * @param authoritative whether the zone itself answers; not for referrals
 * @param perClient whether another client may get another answer
 * @param weights draws the variant
 * @param variants the possible responses, at least one
 */
record Plan(boolean authoritative, boolean perClient, Weights weights, List<Variant> variants) {

  /** Copies the variants. */
  Plan {
    variants = List.copyOf(variants);
  }

  /** How many units the longest answer has. */
  int mostUnits() {
    return variants.stream().mapToInt(variant -> variant.units().size()).max().orElse(0);
  }

  /** How many draws the most additional data takes. */
  int mostExtras() {
    return variants.stream().mapToInt(variant -> variant.extras().size()).max().orElse(0);
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
      List<List<Record>> units,
      int pick,
      List<Record> authority,
      List<Extra> extras,
      Optional<String> remark,
      LongAdder counter) {
    /** Copies the lists. */
    Variant {
      units = units.stream().map(List::copyOf).toList();
      authority = List.copyOf(authority);
      extras = List.copyOf(extras);
    }
  }

  /**
   * Addresses of a name that the response mentions.
   *
   * @param weights draws one
   * @param choices what is drawn from
   */
  record Extra(Weights weights, List<List<Record>> choices) {
    /** Copies the lists. */
    Extra {
      choices = choices.stream().map(List::copyOf).toList();
    }
  }
}
