package io.github.fleetdns.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/**
 * Answers any packet, or drops it; never throws. A query is read with dnsjava, its plan is looked
 * up, a variant is drawn and copied. The random generator is the thread's own: not safe for use by
 * several threads.
 */
final class QueryHandler {
  private final ServerState state;
  private final RandomGenerator random;

  QueryHandler(ServerState state, RandomGenerator random) {
    this.state = state;
    this.random = random;
  }

  /**
   * The response to a packet; null to drop it.
   *
   * @param packet holds the packet
   * @param length how many bytes of it are the packet
   * @param source who sent it
   * @param tcp whether it came over TCP
   */
  byte @Nullable [] answer(byte[] packet, int length, InetAddress source, boolean tcp) {
    // A response is never answered: two servers could go on for ever.
    if (!Query.isAnswerable(packet, length)) {
      return null;
    }
    byte[] exact = Arrays.copyOf(packet, length);
    try {
      if (Query.opcode(exact) != Opcode.QUERY) {
        return failure(exact, Rcode.NOTIMP, "(other opcodes)");
      }
      return answer(Query.read(exact), source, tcp);
    } catch (IOException e) {
      return failure(exact, Rcode.FORMERR, "(malformed)");
    } catch (RuntimeException | Error e) {
      // Whatever a packet makes go wrong, too deep or too large, the next one is answered.
      state.failures().note("a query failed", "SERVFAIL", e);
      return error(exact, Rcode.SERVFAIL);
    }
  }

  private byte[] failure(byte[] packet, int rcode, String group) {
    state.log().counter(group, "", Rcode.string(rcode)).increment();
    return error(packet, rcode);
  }

  private static byte[] error(byte[] packet, int rcode) {
    return Reply.error(packet, rcode, Query.hasOpt(packet) ? Query.OPT : new byte[0]);
  }

  private byte[] answer(Query query, InetAddress source, boolean tcp) {
    Network network = query.network().orElseGet(() -> Network.of(source));
    Plan plan = plan(query, network);
    Draw draw = Draw.from(plan, random);
    draw.variant().counter().increment();
    int scope =
        plan.perClient() && query.network().isPresent() ? state.cells().of(network).scope() : 0;
    byte[] opt = query.responseOpt(draw.variant().rcode(), scope, draw.variant().remark());
    return Reply.of(query, plan.authoritative(), draw, opt, query.limit(tcp));
  }

  private Plan plan(Query query, Network network) {
    Name name = query.question().getName();
    int type = query.question().getType();
    if (query.opt().map(OPTRecord::getVersion).orElse(0) != 0) {
      return refusal(Rcode.BADVERS, "(EDNS version)", Optional.empty());
    }
    if (query.question().getDClass() != DClass.IN) {
      return refusal(Rcode.REFUSED, "(other classes)", Optional.empty());
    }
    if (isForTransactions(type)) {
      return refusal(Rcode.REFUSED, "(transfers)", Optional.empty());
    }
    Zones zones = state.zones();
    Optional<Plan> known = zones.plans().forEverybody(name, type);
    if (known.isPresent()) {
      return known.get();
    }
    Zones.View view = zones.holding(name, type).orElse(null);
    if (view == null) {
      return refusal(
          Rcode.REFUSED,
          "(outside of the zones)",
          Optional.of(new ExtendedErrorCodeOption(ExtendedErrorCodeOption.NOT_AUTHORITATIVE)));
    }
    return zones
        .plans()
        .in(
            state.cells().of(network),
            name,
            type,
            client -> state.planner().plan(view, name, type, client));
  }

  /** OPT, and what only has a meaning in the dealings between servers: 249–252. */
  private static boolean isForTransactions(int type) {
    return type == Type.OPT || (type >= Type.TKEY && type <= Type.AXFR);
  }

  private Plan refusal(int rcode, String group, Optional<ExtendedErrorCodeOption> remark) {
    return Plan.refusal(rcode, remark, state.log().counter(group, "", Rcode.string(rcode)));
  }
}
