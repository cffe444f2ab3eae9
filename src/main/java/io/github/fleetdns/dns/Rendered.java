package io.github.fleetdns.dns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A variant of a plan as bytes: what follows the question, up to the OPT record. The answer is in
 * slices that can be put into any order.
 *
 * @param rcode the response code
 * @param slices the units of the answer
 * @param body what follows the answer
 * @param answers how many records the answer has
 * @param authorities how many records the authority section has
 * @param additionals how many records the additional section has, without OPT
 * @param remark the option of the OPT record that carries a remark; null without
 * @param length the bytes of it all
 * @param counter counts how often it was given
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only copied out of
record Rendered(
    int rcode,
    byte[][] slices,
    byte[] body,
    int answers,
    int authorities,
    int additionals,
    byte @Nullable [] remark,
    int length,
    LongAdder counter) {
  /**
   * Types whose data are written the same wherever they stand: the others have names, which point
   * to what stands before.
   */
  private static final Set<Integer> MOVABLE =
      Set.of(
          Type.A,
          Type.AAAA,
          Type.CAA,
          Type.DS,
          Type.HTTPS,
          Type.SPF,
          Type.SRV,
          Type.SSHFP,
          Type.SVCB,
          Type.TLSA,
          Type.TXT);

  /** Renders a variant; empty if its bytes depend on more than the order of units. */
  static Optional<Rendered> of(Plan.Variant variant, Name name, int type) {
    List<List<Record>> units = variant.units();
    boolean movable =
        units.size() <= 1
            || units.stream()
                .allMatch(unit -> unit.size() == 1 && MOVABLE.contains(unit.get(0).getType()));
    if (!movable || variant.extras().stream().anyMatch(extra -> extra.choices().size() > 1)) {
      return Optional.empty();
    }
    Record question = Record.newRecord(name, type, DClass.IN);
    int start = message(question, List.of()).toWire().length;
    byte[][] slices = new byte[units.size()][];
    for (int i = 0; i < slices.length; i++) {
      slices[i] = behind(start, message(question, units.get(i)));
      if (variant.pick() < slices.length && slices[i].length != slices[0].length) {
        return Optional.empty();
      }
    }
    List<Record> answer = new ArrayList<>();
    units.subList(0, variant.pick()).forEach(answer::addAll);
    int answerEnd = message(question, answer).toWire().length;
    Message whole = message(question, answer);
    variant.authority().forEach(record -> whole.addRecord(record, Section.AUTHORITY));
    variant
        .extras()
        .forEach(
            extra ->
                extra
                    .choices()
                    .get(0)
                    .forEach(record -> whole.addRecord(record, Section.ADDITIONAL)));
    byte[] tail = behind(answerEnd, whole);
    return Optional.of(
        new Rendered(
            variant.rcode(),
            slices,
            tail,
            answer.size(),
            whole.getHeader().getCount(Section.AUTHORITY),
            whole.getHeader().getCount(Section.ADDITIONAL),
            variant.remark().map(text -> QueryHandler.remark(text).toWire()).orElse(null),
            answerEnd - start + tail.length,
            variant.counter()));
  }

  /** The same with the answer in its body, if that has no order to choose. */
  Optional<Rendered> fixed() {
    if (slices.length > 1) {
      return Optional.empty();
    }
    byte[] answer = slices.length == 0 ? new byte[0] : slices[0];
    byte[] all = Arrays.copyOf(answer, answer.length + body.length);
    System.arraycopy(body, 0, all, answer.length, body.length);
    return Optional.of(
        new Rendered(
            rcode, new byte[0][], all, answers, authorities, additionals, remark, length, counter));
  }

  private static Message message(Record question, List<Record> answer) {
    Message message = new Message(0);
    message.addRecord(question, Section.QUESTION);
    answer.forEach(record -> message.addRecord(record, Section.ANSWER));
    return message;
  }

  private static byte[] behind(int start, Message message) {
    byte[] wire = message.toWire();
    return Arrays.copyOfRange(wire, start, wire.length);
  }
}
