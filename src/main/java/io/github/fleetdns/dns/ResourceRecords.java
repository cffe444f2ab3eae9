package io.github.fleetdns.dns;

import io.github.fleetdns.zone.CharacterStrings;
import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import io.github.fleetdns.zone.RecordType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Values of record sets as resource records. */
final class ResourceRecords {
  private ResourceRecords() {}

  /** The resource record; empty if the value is none of its type. */
  static Optional<Record> of(Name owner, RecordType type, long ttl, String value) {
    try {
      return Optional.of(
          switch (type) {
            case TXT, SPF ->
                Record.newRecord(owner, Type.value(type.name()), DClass.IN, ttl, strings(value));
            case CNAME -> new CNAMERecord(owner, DClass.IN, ttl, name(value));
            case NS -> new NSRecord(owner, DClass.IN, ttl, name(value));
            case PTR -> new PTRRecord(owner, DClass.IN, ttl, name(value));
            default ->
                Record.fromString(owner, Type.value(type.name()), DClass.IN, ttl, value, Name.root);
          });
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The resource records of the values that are of the type, in their order. */
  static List<Record> of(Name owner, RecordType type, long ttl, List<String> values) {
    return values.stream().flatMap(value -> of(owner, type, ttl, value).stream()).toList();
  }

  /** Names in values have Route 53's escapes, too. */
  private static Name name(String value) throws IOException {
    try {
      return WireNames.of(DomainName.of(value));
    } catch (InvalidNameException e) {
      return Name.fromString(value, Name.root);
    }
  }

  /** Route 53 writes unusual bytes of a text in octal, dnsjava would read decimal. */
  private static byte[] strings(String value) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    List<String> strings =
        CharacterStrings.split(value).orElseGet(() -> List.of('"' + value + '"'));
    for (String string : strings) {
      byte[] bytes = CharacterStrings.bytesOf(string);
      if (bytes.length > CharacterStrings.MAX_BYTES) {
        throw new IllegalArgumentException("a string of " + bytes.length + " bytes");
      }
      data.write(bytes.length);
      data.writeBytes(bytes);
    }
    return data.toByteArray();
  }
}
