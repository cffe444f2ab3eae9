package io.github.fleetdns.answer;

/**
 * A point where Route 53's documentation leaves two readings. Answers follow the first; where the
 * other gives a different answer, {@link Answer#unverified()} has the sentence.
 */
enum Reading {
  /**
   * route53.md#applicable-members: whether members for other places keep a geolocation or CIDR
   * target healthy.
   */
  OTHER_PLACES_COUNT(
      1 << 0,
      "an alias counts its geolocation or CIDR target as healthy only if a record set that applies"
          + " to the client is; Route 53 may count those of other places too (docs/route53.md#applicable-members)"),
  /**
   * route53.md#simple-alias-health: whether the health of a simple alias's target passes up to an
   * alias above it.
   */
  SIMPLE_ALIAS_IS_HEALTHY(
      1 << 1,
      "the health of what a simple alias leads to is taken to count for the alias above it; Route"
          + " 53's documentation does not say so (docs/route53.md#simple-alias-health)"),
  /** route53.md#c1: d / (1 + bias/100) for negative biases, as the guide had it in 2023. */
  OLD_BIAS_FORMULA(
      1 << 2,
      "the two formulas that the Route 53 guide has had for negative biases choose different"
          + " locations (docs/route53.md#c1)"),
  /** route53.md#c10: whether a client in the US without a state is served by North America. */
  CONTINENT_FOR_UNKNOWN_STATE(
      1 << 3,
      "a client in the US whose state is not known is taken to skip the record set of North"
          + " America, as the guide's note on states says; one in a known state is served by it"
          + " (docs/route53.md#c10)"),
  /** route53.md#cidr: whether a shorter block of another location is tried before the default. */
  SHORTER_BLOCK_NEXT(
      1 << 4,
      "when the location of the longest CIDR block is unhealthy the default follows; Route 53 may"
          + " try the location of a shorter block first (docs/route53.md#cidr)"),
  /** Open item 11: whether an existing name keeps a wildcard above it from answering below. */
  WILDCARD_BELOW_EXISTING(
      1 << 5,
      "an existing name, or one that only has names below it, keeps wildcards above it from"
          + " answering, as RFC 4592 says; Route 53's documentation does not (docs/route53.md#wildcard-nonterminal)"),
  /**
   * route53.md#target-health: whether Route 53 sees the health of resources that its documentation
   * leaves out.
   */
  OTHER_RESOURCES_ARE_HEALTHY(
      1 << 6,
      "an alias is taken to see that its AWS resource is unhealthy; Route 53's documentation says so"
          + " of load balancers and Elastic Beanstalk only (docs/route53.md#target-health)");

  private final int bit;
  private final String sentence;

  Reading(int bit, String sentence) {
    this.bit = bit;
    this.sentence = sentence;
  }

  /** What to tell whoever relies on the answer. */
  String sentence() {
    return sentence;
  }

  int bit() {
    return bit;
  }
}
