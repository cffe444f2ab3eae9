package io.github.fleetdns.dns;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.InvalidNameException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.Name;

/**
 * Names of zones as names on the wire, and back. The two differ in how they write unusual bytes:
 * Route 53 in octal, dnsjava in decimal.
 */
final class WireNames {
  private WireNames() {}

  /** The name on the wire, in lower case. */
  static Name of(DomainName name) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    for (String label : name.labels()) {
      byte[] bytes = bytesOf(label);
      wire.write(bytes.length);
      wire.writeBytes(bytes);
    }
    wire.write(0);
    try {
      return new Name(wire.toByteArray());
    } catch (IOException e) {
      throw new IllegalArgumentException(name + " is no name on the wire", e);
    }
  }

  private static byte[] bytesOf(String label) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < label.length(); i++) {
      if (label.charAt(i) == '\\') {
        bytes.write(Integer.parseInt(label.substring(i + 1, i + 4), 8));
        i += 3;
      } else {
        bytes.write(label.charAt(i));
      }
    }
    return bytes.toByteArray();
  }

  /** The name that a zone would have; empty for the root, and for names too long for Route 53. */
  static Optional<DomainName> domainName(Name name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.labels() - 1; i++) {
      byte[] label = name.getLabel(i);
      for (int j = 1; j <= label[0]; j++) {
        int c = label[j] & 0xff;
        if (c > 0x20 && c < 0x7f && c != '.' && c != '\\') {
          text.append((char) c);
        } else {
          text.append(String.format(Locale.ROOT, "\\%03o", c));
        }
      }
      text.append('.');
    }
    try {
      return Optional.of(DomainName.of(text.toString()));
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }
}
