package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Outages;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How each group's traffic is split in a situation, and what could change that.
 *
 * @param outages what is down in the situation, as far as answers can depend on it
 * @param byGroup in the order of the population's groups
 */
record Splits(Outages outages, List<Reply> byGroup) {

  /** The splits alone. */
  List<Shares> shares() {
    return byGroup.stream().map(Reply::shares).toList();
  }

  /**
   * What a group gets.
   *
   * <p>As long as more is lost and nothing comes back, the split stays as it is until a health
   * check or resource that it leans on fails: whatever was preferred to the record sets on its ways
   * was unhealthy and stays so, whatever was chosen is healthy and stays so, and where nothing was
   * healthy nothing becomes it. An alias on a way is healthy while the record set that it led to
   * is.
   *
   * @param shares the split
   * @param doubts what of it could go elsewhere
   * @param leansOn the health checks, and the AWS resources, of every way that has a part of it, by
   *     the numbers that {@link Numbers} gives them
   * @param estimated whether it rests on estimates in place of Route 53's own latencies and places
   */
  record Reply(Shares shares, Doubts doubts, BitSet leansOn, boolean estimated) {

    /** The reply that is made of the parts of an answer, and of what could be otherwise. */
    static Reply of(
        List<Attribution.Part> parts,
        Attribution.Otherwise otherwise,
        boolean estimated,
        Numbers numbers) {
      BitSet leansOn = new BitSet();
      lean(parts, numbers, leansOn);
      lean(otherwise.parts(), numbers, leansOn);
      return new Reply(Attribution.shares(parts), otherwise.doubts(), leansOn, estimated);
    }

    private static void lean(List<Attribution.Part> parts, Numbers numbers, BitSet leansOn) {
      for (Attribution.Part part : parts) {
        part.checks().forEach(check -> leansOn.set(numbers.of(check)));
        part.target().ifPresent(target -> leansOn.set(numbers.of(target)));
      }
    }

    /** Whether it may be another when these fail. */
    boolean mayChangeWith(BitSet failing) {
      return leansOn.intersects(failing);
    }
  }

  /** Numbers for the health checks and AWS resources that replies lean on. Thread-safe. */
  static final class Numbers {
    private final Map<Object, Integer> known = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    int of(Object what) {
      return known.computeIfAbsent(what, w -> next.getAndIncrement());
    }

    BitSet ofAll(Set<?> all) {
      BitSet numbers = new BitSet();
      all.forEach(one -> numbers.set(of(one)));
      return numbers;
    }
  }
}
