package io.github.fleetdns.dns;

import java.util.Arrays;
import java.util.List;
import org.xbill.DNS.Compression;
import org.xbill.DNS.DNSOutput;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * Resource records as bytes that are the same wherever they stand in a response: owners point to
 * the question alone (RFC 1035 section 4.1.4), which stands where it always does, and names in data
 * are written out.
 *
 * @param bytes the records
 * @param records how many they are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only copied out of
record Slice(byte[] bytes, int records) {
  /** No records. */
  static final Slice NONE = new Slice(new byte[0], 0);

  /** Records of a response to a question about a name. */
  static Slice of(Name question, List<Record> records) {
    DNSOutput out = new DNSOutput();
    for (Record record : records) {
      out.writeByteArray(owner(question, record.getName()));
      byte[] plain = record.toWire(Section.ANSWER);
      int data = record.getName().length();
      out.writeByteArray(plain, data, plain.length - data);
    }
    return new Slice(out.toByteArray(), records.size());
  }

  private static byte[] owner(Name question, Name owner) {
    DNSOutput message = new DNSOutput();
    message.writeByteArray(new byte[Limits.HEADER]);
    Compression names = new Compression();
    question.toWire(message, names);
    int start = message.current();
    owner.toWire(message, names);
    byte[] all = message.toByteArray();
    return Arrays.copyOfRange(all, start, all.length);
  }

  /** How many bytes they are. */
  int length() {
    return bytes.length;
  }
}
