package io.github.fleetdns.terraform;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.FixedSettings;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The Terraform names of resources: made of a record set's name and type alone, so that no change
 * of a value, a TTL or an order moves a live record to another address.
 *
 * <p>A Terraform name has letters, digits, {@code _} and {@code -}; domain names are lower case. So
 * capitals are free to say what cannot be said literally, and two record sets never share a name:
 *
 * <ul>
 *   <li>A dot is {@code _}; an underscore that begins a label stays, any other is {@code U}.
 *   <li>A leading {@code *} label is {@code WILDCARD}, the apex is {@code APEX}.
 *   <li>Any other byte, and a hyphen at the very front, is {@code X} and two hex digits; a digit at
 *       the very front gets an {@code N} before it.
 *   <li>The type follows unless the set is a simple A, then the set identifier, in which anything
 *       but letters, digits and hyphens is {@code _} and two hex digits, and then {@code record}:
 *       {@code api-record}, {@code api-AAAA-record}, {@code _dmarc-TXT-record}, {@code
 *       APEX-MX-record}, {@code api-A-europe-record}.
 * </ul>
 */
public final class ResourceNames {
  /** The name of the hosted zone's resource. */
  static final String ZONE = "zone";

  /** How long a name CDKTF leaves as it is; longer ones it cuts, and adds a hash. */
  static final int LONGEST_ID = 255;

  private ResourceNames() {}

  /** The name of a record set's resource. */
  static String of(RecordSet set, DomainName zone) {
    return of(set.key(), zone);
  }

  /** The name of the resource of the record set with this key. */
  static String of(RecordSet.Key key, DomainName zone) {
    String name = encode(key.name().relativeTo(zone));
    if (key.setIdentifier().isPresent()) {
      String identifier = encodeIdentifier(key.setIdentifier().get());
      return name + "-" + key.type() + "-" + identifier + "-record";
    }
    return name + (key.type() == RecordType.A ? "" : "-" + key.type()) + "-record";
  }

  /**
   * The name of a health check's resource; health checks are called like endpoints. What of it
   * cannot be changed without the provider knowing is in it, so that a check that differs there is
   * another resource.
   */
  public static String ofHealthCheck(String name, HealthCheck check) {
    return encode(name.toLowerCase(Locale.ROOT))
        + FixedSettings.beyondProvider(check)
            .map(setting -> "-" + setting.toUpperCase(Locale.ROOT))
            .orElse("")
        + "-health-check";
  }

  /** The same of a check nothing of which is known but its name. */
  public static String ofHealthCheck(String name) {
    return encode(name.toLowerCase(Locale.ROOT)) + "-health-check";
  }

  /** Whether the resource of a health check of this name may be called so. */
  public static boolean isOfHealthCheck(String resource, String name) {
    return resource.matches(
        "(?:.*_)?"
            + Pattern.quote(encode(name.toLowerCase(Locale.ROOT)))
            + "(?:-[A-Z-]+)?-health-check(?:_[0-9A-F]{8})?");
  }

  /** The name of the alarm that a health check follows. */
  static String ofAlarm(String healthCheck) {
    return encode(healthCheck.toLowerCase(Locale.ROOT)) + "-alarm";
  }

  /** The name of the alarm that tells of a health check's result. */
  static String ofNotification(String healthCheck) {
    return encode(healthCheck.toLowerCase(Locale.ROOT)) + "-notification";
  }

  /** The name of a mailbox's subscription. */
  static String ofSubscription(String address) {
    return encodeIdentifier(address) + "-subscription";
  }

  /** The name of the data source that looks a load balancer up; a region ends in a digit. */
  static String ofLoadBalancer(String name, String region) {
    return region + "-" + encodeIdentifier(name) + "-load-balancer";
  }

  private static String encodeIdentifier(String identifier) {
    StringBuilder out = new StringBuilder();
    for (byte b : identifier.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
      out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "_%02X", (int) c));
    }
    return out.toString();
  }

  private static String encode(String relative) {
    if (relative.isEmpty()) {
      return "APEX";
    }
    StringBuilder out = new StringBuilder();
    int start = 0;
    if (relative.equals("*") || relative.startsWith("*.")) {
      out.append("WILDCARD");
      start = 1;
    }
    byte[] bytes = relative.getBytes(StandardCharsets.US_ASCII);
    for (int i = start; i < bytes.length; i++) {
      char c = (char) bytes[i];
      boolean labelStart = i == 0 || bytes[i - 1] == '.';
      if (c == '.') {
        out.append('_');
      } else if (c == '_') {
        out.append(labelStart ? "_" : "U");
      } else if ((c >= 'a' && c <= 'z') || (c == '-' && i > 0)) {
        out.append(c);
      } else if (c >= '0' && c <= '9') {
        out.append(i == 0 ? "N" : "").append(c);
      } else {
        out.append('X').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return out.toString();
  }
}
