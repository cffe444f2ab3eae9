package io.github.fleetdns.zone;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosted zones that the names of load balancers lie in, which an alias needs besides the name.
 *
 * <p>Source: AWS General Reference, "Elastic Load Balancing endpoints and quotas" (read through a
 * mirror of it). Last looked at: 2026-11-23. Regions that AWS opens later, and the European
 * Sovereign Cloud, are missing until they are added here.
 */
public final class LoadBalancerZones {
  private static final Pattern APPLICATION_OR_CLASSIC =
      AwsDomains.endpoints(".+\\.([a-z0-9-]+)\\.elb");
  private static final Pattern NETWORK = AwsDomains.endpoints(".+\\.elb\\.([a-z0-9-]+)");

  /** The kinds of load balancers, told apart by their names. */
  public enum Kind {
    /** {@code <name>-<number>.<region>.elb.amazonaws.com}. */
    APPLICATION_OR_CLASSIC,
    /** {@code <name>-<hash>.elb.<region>.amazonaws.com}. */
    NETWORK
  }

  /**
   * What the DNS name of a load balancer says about it.
   *
   * @param kind its kind
   * @param region the AWS region it is in
   */
  public record Place(Kind kind, String region) {}

  private static final Map<Place, String> IDS = new HashMap<>();

  static {
    add("af-south-1", "Z268VQBMOI5EKX", "Z203XCE67M25HM");
    add("ap-east-1", "Z3DQVH9N71FHZ0", "Z12Y7K3UBGUAD1");
    add("ap-east-2", "Z02789141MW7T1WBU19PO", "Z09176273OC2HWIAUNYW");
    add("ap-northeast-1", "Z14GRHDCWA56QT", "Z31USIVHYNEOWT");
    add("ap-northeast-2", "ZWKZPGTI48KDX", "ZIBE1TIR4HY56");
    add("ap-northeast-3", "Z5LXEXXYW11ES", "Z1GWIQ4HH19I5X");
    add("ap-south-1", "ZP97RAFLXTNZK", "ZVDDRBQ08TROA");
    add("ap-south-2", "Z0173938T07WNTVAEPZN", "Z0711778386UTO08407HT");
    add("ap-southeast-1", "Z1LMS91P8CMLE5", "ZKVM4W9LS7TM");
    add("ap-southeast-2", "Z1GM3OXH4ZPM65", "ZCT6FZBF4DROD");
    add("ap-southeast-3", "Z08888821HLRG5A9ZRTER", "Z01971771FYVNCOVWJU1G");
    add("ap-southeast-4", "Z09517862IB2WZLPXG76F", "Z01156963G8MIIL7X90IV");
    add("ap-southeast-5", "Z06010284QMVVW7WO5J", "Z026317210H9ACVTRO6FB");
    add("ap-southeast-6", "Z023301818UFJ50CIO0MV", "Z01392953RKV2Q3RBP0KU");
    add("ap-southeast-7", "Z0390008CMBRTHFGWBCB", "Z054363131YWATEMWRG5L");
    add("ca-central-1", "ZQSVJUPU6J1EY", "Z2EPGBW3API2WT");
    add("ca-west-1", "Z06473681N0SF6OS049SD", "Z02754302KBB00W2LKWZ9");
    add("cn-north-1", "Z1GDH35T77C1KE", "Z3QFB96KMJ7ED6");
    add("cn-northwest-1", "ZM7IZAIOVVDZF", "ZQEIKTCZ8352D");
    add("eu-central-1", "Z215JYRZR1TBD5", "Z3F0SRJ5LGBH90");
    add("eu-central-2", "Z06391101F2ZOEP8P5EB3", "Z02239872DOALSIDCX66S");
    add("eu-north-1", "Z23TAZ6LKFMNIO", "Z1UDT6IFJ4EJM");
    add("eu-south-1", "Z3ULH7SSC9OV64", "Z23146JA1KNAFP");
    add("eu-south-2", "Z0956581394HF5D5LXGAP", "Z1011216NVTVYADP1SSV");
    add("eu-west-1", "Z32O12XQLNTSW2", "Z2IFOLAFXWLO4F");
    add("eu-west-2", "ZHURV8PSTC4K8", "ZD4D7Y8KGAS4G");
    add("eu-west-3", "Z3Q77PNBQS71R4", "Z1CMS0P5QUZ6D5");
    add("il-central-1", "Z09170902867EHPV2DABU", "Z0313266YDI6ZRHTGQY4");
    add("me-central-1", "Z08230872XQRWHG2XF6I", "Z00282643NTTLPANJJG2P");
    add("me-south-1", "ZS929ML54UICD", "Z3QSRYVP46NYYV");
    add("mx-central-1", "Z023552324OKD1BB28BH5", "Z02031231H3ID6HYJ9A7U");
    add("sa-east-1", "Z2P70J7HTTTPLU", "ZTK26PT1VY4CU");
    add("us-east-1", "Z35SXDOTRQ7X7K", "Z26RNL4JYFTOTI");
    add("us-east-2", "Z3AADJGX6KTTL2", "ZLMOA37VPKANP");
    add("us-gov-east-1", "Z166TLBEWOO7G0", "Z1ZSMQQ6Q24QQ8");
    add("us-gov-west-1", "Z33AYJ8TM3BH4J", "ZMG1MZ2THAWF1");
    add("us-west-1", "Z368ELLRRE2KJ0", "Z24FKFUX50B4VW");
    add("us-west-2", "Z1H1FL5HABSF5", "Z18D5FSROUN65G");
  }

  private LoadBalancerZones() {}

  private static void add(String region, String applicationOrClassic, String network) {
    IDS.put(new Place(Kind.APPLICATION_OR_CLASSIC, region), applicationOrClassic);
    IDS.put(new Place(Kind.NETWORK, region), network);
  }

  /**
   * Reads the DNS name of a load balancer, with or without {@code dualstack.} in front or a final
   * dot; empty if it is not one's.
   */
  public static Optional<Place> place(String dnsName) {
    String name = DomainName.spelled(dnsName);
    Matcher application = APPLICATION_OR_CLASSIC.matcher(name);
    if (application.matches()) {
      return Optional.of(new Place(Kind.APPLICATION_OR_CLASSIC, application.group(1)));
    }
    Matcher network = NETWORK.matcher(name);
    return network.matches()
        ? Optional.of(new Place(Kind.NETWORK, network.group(1)))
        : Optional.empty();
  }

  /** The hosted zone id of load balancers of this kind and region, if the region is known here. */
  public static Optional<String> id(Place place) {
    return Optional.ofNullable(IDS.get(place));
  }

  /** The hosted zone id that belongs to the DNS name of a load balancer, if both are known. */
  public static Optional<String> idOf(String dnsName) {
    return place(dnsName).flatMap(LoadBalancerZones::id);
  }
}
