package io.github.fleetdns.zone;

import java.io.IOException;
import java.util.List;
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
 * Source: Route 53 Developer Guide, "Supported DNS record types".
 */
public final class ValueFormat {
  private static final Pattern QUOTED_CAA = Pattern.compile("\\d+\\s+\\S+\\s+\".*\"");
  private static final Pattern QUOTED_NAPTR =
      Pattern.compile(
          "\\d+\\s+\\d+\\s+\"[^\"]*\"\\s+\"[^\"]*\"\\s+\"(?:[^\"\\\\]|\\\\.)*\"\\s+\\S+");
  private static final Pattern NUMERIC_SOA = Pattern.compile("\\S+\\s+\\S+(?:\\s+\\d+){5}");
  private static final Pattern SVCB_KEY = Pattern.compile("\\s+([A-Za-z0-9-]+)(?==|\\s|$)");
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
    boolean fits =
        IpAddress.parse(value).filter(address -> address.recordType() == type).isPresent();
    return fits ? Optional.empty() : Optional.of("");
  }

  private static Optional<String> characterStrings(String value) {
    Optional<List<String>> strings = CharacterStrings.split(value);
    if (strings.isEmpty()) {
      return Optional.of("the quotes do not match");
    }
    return strings.get().stream()
        .mapToInt(string -> CharacterStrings.bytesOf(string).length)
        .filter(length -> length > CharacterStrings.MAX_BYTES)
        .mapToObj(length -> "a string has " + length + " bytes")
        .findFirst();
  }

  private static Optional<String> parsed(RecordType type, String value) {
    Record record;
    try {
      record =
          Record.fromString(Name.root, Type.value(type.name()), DClass.IN, 0, value, Name.root);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(reason(e));
    }
    return beyondPresentation(type, value, record);
  }

  /** dnsjava's messages start with the text being read, "(none):1: "; users have that already. */
  private static String reason(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.replaceFirst("^<none>:\\d+: |^[^:]*:\\d+: ", "");
  }

  private static Optional<String> beyondPresentation(RecordType type, String value, Record record) {
    Stream<Optional<String>> complaints =
        switch (type) {
          case CAA -> caa((CAARecord) record, value);
          case NAPTR -> naptr((NAPTRRecord) record, value);
          case DS -> Stream.of(unless(((DSRecord) record).getDigest() != null, "no digest"));
          case SOA ->
              Stream.of(
                  unless(NUMERIC_SOA.matcher(value).matches(), "the last five fields are numbers"));
          case SSHFP -> sshfp((SSHFPRecord) record);
          case TLSA -> tlsa((TLSARecord) record);
          case HTTPS, SVCB -> svcb((SVCBBase) record, value);
          default -> Stream.empty();
        };
    return complaints.flatMap(Optional::stream).findFirst();
  }

  private static Stream<Optional<String>> caa(CAARecord caa, String value) {
    boolean critical = (caa.getFlags() & CAA_CRITICAL) != 0;
    return Stream.of(
        unless(QUOTED_CAA.matcher(value).matches(), "the value stands in quotes"),
        unless(
            critical || CAA_TAGS.contains(caa.getTag()),
            "the tag is one of issue, issuewild, iodef, not " + caa.getTag()));
  }

  private static Stream<Optional<String>> naptr(NAPTRRecord naptr, String value) {
    boolean regexp = !naptr.getRegexp().isEmpty();
    boolean replacement = !naptr.getReplacement().equals(Name.root);
    return Stream.of(
        unless(QUOTED_NAPTR.matcher(value).matches(), "flags, service and regexp stand in quotes"),
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

  private static Stream<Optional<String>> svcb(SVCBBase svcb, String value) {
    String parameters = value.trim().replaceFirst("^\\S+\\s+\\S+", "").replaceAll("\"[^\"]*\"", "");
    List<String> keys = SVCB_KEY.matcher(parameters).results().map(key -> key.group(1)).toList();
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

  private static Optional<String> unless(boolean fits, String complaint) {
    return fits ? Optional.empty() : Optional.of(complaint);
  }
}
