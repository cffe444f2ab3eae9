package io.github.fleetdns.zone;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SSHFPRecord;
import org.xbill.DNS.SVCBBase;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.Type;

/**
 * Whether a value is one that Route 53 takes for its record type.
 *
 * <p>dnsjava reads the presentation format; what Route 53 refuses beyond it is checked here.
 * Source: Route 53 Developer Guide, "Supported DNS record types". Last looked at: 2026-11-23.
 */
public final class ValueFormat {
  private static final Pattern HOST_NAME = Pattern.compile("[\\w.-]*\\.[\\w-]*[A-Za-z][\\w-]*\\.?");
  private static final Set<String> CAA_TAGS = Set.of("issue", "issuewild", "iodef");
  private static final int CAA_CRITICAL = 128;
  private static final Set<Integer> SSHFP_ALGORITHMS = Set.of(1, 2, 3, 4, 6);
  private static final Set<String> SVCB_KEYS =
      Set.of("alpn", "no-default-alpn", "port", "ipv4hint", "ech", "ipv6hint", "dohpath", "ohttp");
  private static final int MAX_SVCB_PRIORITY = 32767;

  private ValueFormat() {}

  /** What the values of a type look like, with an example. */
  public static String expected(RecordType type) {
    return switch (type) {
      case A -> "an IPv4 address, such as 192.0.2.1";
      case AAAA -> "an IPv6 address, such as 2001:db8::1";
      case CAA -> "<flags> <tag> \"<value>\", such as 0 issue \"letsencrypt.org\"";
      case CNAME, NS, PTR -> "a domain name, such as server.example.com";
      case DS -> "<key tag> <algorithm> <digest type> <digest in hex>";
      case HTTPS, SVCB -> "<priority> <target> <parameters>, such as 1 . alpn=\"h2,h3\"";
      case MX -> "<preference> <mail server>, such as 10 mail.example.com";
      case NAPTR ->
          "<order> <preference> \"<flags>\" \"<service>\" \"<regexp>\" <replacement>, such as"
              + " 100 10 \"U\" \"E2U+sip\" \"!^.*$!sip:info@example.com!\" .";
      case SOA -> "<name server> <mailbox> <serial> <refresh> <retry> <expire> <minimum>";
      case SRV -> "<priority> <weight> <port> <target>, such as 10 5 443 server.example.com";
      case SSHFP -> "<algorithm> <hash type> <fingerprint in hex>";
      case TLSA -> "<usage> <selector> <matching type> <certificate data in hex>";
      case SPF, TXT -> "one or more strings in quotes, each of at most 255 bytes";
    };
  }

  /** Why the value does not fit the type; empty if it does. */
  public static Optional<String> complaint(RecordType type, String value) {
    return switch (type) {
      case A -> address(value, type);
      case AAAA -> address(value, type);
      case SPF, TXT -> characterStrings(value);
      default -> parsed(type, value);
    };
  }

  private static Optional<String> address(String value, RecordType type) {
    Optional<RecordType> fitting = IpAddress.parse(value).map(IpAddress::recordType);
    if (fitting.isEmpty()) {
      boolean name = HOST_NAME.matcher(value).matches();
      return Optional.of(name ? "it is a name, which takes type CNAME" : "");
    }
    String family = fitting.get() == RecordType.A ? "an IPv4" : "an IPv6";
    return unless(
        fitting.get() == type, "it is " + family + " address, which takes type " + fitting.get());
  }

  private static Optional<String> characterStrings(String value) {
    Optional<List<String>> strings = CharacterStrings.split(value);
    if (strings.isEmpty()) {
      return Optional.of("what begins with a quote consists of strings in quotes, to its end");
    }
    if (value.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
      return Optional.of("in quotes, bytes outside printable ASCII are written \\ooo, in octal");
    }
    return strings.get().stream()
        .mapToInt(string -> CharacterStrings.bytesOf(string).length)
        .filter(length -> length > CharacterStrings.MAX_BYTES)
        .mapToObj(length -> "a string has " + length + " bytes")
        .findFirst();
  }

  private static Optional<String> parsed(RecordType type, String value) {
    Optional<String> layout = ValueLayout.of(type).complaint(value);
    if (layout.isPresent()) {
      return layout;
    }
    Record record;
    try {
      record =
          Record.fromString(Name.root, Type.value(type.name()), DClass.IN, 0, value, Name.root);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(reason(e));
    }
    return beyondPresentation(type, value, record);
  }

  /** dnsjava's messages begin with the place in its input, "none:1: "; users have that already. */
  private static String reason(Exception e) {
    String message = String.valueOf(e.getMessage()).replaceFirst("^(?:[^:\\s]+:\\d+: )+", "");
    return switch (message) {
      case "expected an 8 bit unsigned integer" -> "a number is over 255";
      case "expected an 16 bit unsigned integer" -> "a number is over 65535";
      case "expected an 32 bit unsigned integer" -> "a number is over 4294967295";
      case "invalid hex encoding" -> "the data is no even number of hex digits";
      default -> message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    };
  }

  private static Optional<String> beyondPresentation(RecordType type, String value, Record record) {
    List<String> fields = ValueLayout.split(value).orElseThrow();
    Stream<Optional<String>> complaints =
        switch (type) {
          case CAA -> caa((CAARecord) record, fields);
          case NAPTR -> naptr((NAPTRRecord) record, fields);
          case DS -> Stream.of(unless(((DSRecord) record).getDigest() != null, "no digest"));
          case SSHFP -> sshfp((SSHFPRecord) record);
          case TLSA -> tlsa((TLSARecord) record);
          case HTTPS, SVCB -> svcb((SVCBBase) record, fields);
          default -> Stream.empty();
        };
    return complaints.flatMap(Optional::stream).findFirst();
  }

  private static Stream<Optional<String>> caa(CAARecord caa, List<String> fields) {
    boolean critical = (caa.getFlags() & CAA_CRITICAL) != 0;
    return Stream.of(
        unless(isQuoted(fields.get(2)), "the value stands in quotes"),
        unless(
            critical || CAA_TAGS.contains(caa.getTag()),
            "the tag is one of issue, issuewild, iodef, not " + caa.getTag()));
  }

  private static Stream<Optional<String>> naptr(NAPTRRecord naptr, List<String> fields) {
    boolean regexp = !naptr.getRegexp().isEmpty();
    boolean replacement = !naptr.getReplacement().equals(Name.root);
    return Stream.of(
        unless(
            fields.subList(2, 5).stream().allMatch(ValueFormat::isQuoted),
            "flags, service and regexp stand in quotes"),
        unless(!(regexp && replacement), "either the regexp is \"\" or the replacement is ."));
  }

  private static Stream<Optional<String>> sshfp(SSHFPRecord sshfp) {
    return Stream.of(
        unless(
            SSHFP_ALGORITHMS.contains(sshfp.getAlgorithm()),
            "the algorithm is one of 1, 2, 3, 4, 6"),
        unless(
            sshfp.getDigestType() == 1 || sshfp.getDigestType() == 2, "the hash type is 1 or 2"));
  }

  private static Stream<Optional<String>> tlsa(TLSARecord tlsa) {
    return Stream.of(
        unless(tlsa.getCertificateUsage() <= 3, "the usage is 0–3"),
        unless(tlsa.getSelector() <= 1, "the selector is 0 or 1"),
        unless(tlsa.getMatchingType() <= 2, "the matching type is 0–2"));
  }

  private static Stream<Optional<String>> svcb(SVCBBase svcb, List<String> fields) {
    List<String> keys =
        fields.stream().skip(2).map(field -> field.replaceFirst("=.*", "")).toList();
    return Stream.of(
        unless(
            svcb.getSvcPriority() <= MAX_SVCB_PRIORITY, "the priority is 0–" + MAX_SVCB_PRIORITY),
        keys.stream()
            .filter(key -> !SVCB_KEYS.contains(key))
            .findFirst()
            .map(key -> "Route 53 does not know the parameter " + key),
        unless(
            !keys.contains("no-default-alpn") || keys.contains("alpn"),
            "no-default-alpn needs alpn"));
  }

  private static boolean isQuoted(String field) {
    return field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
  }

  private static Optional<String> unless(boolean fits, String complaint) {
    return fits ? Optional.empty() : Optional.of(complaint);
  }
}
