package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a change does to the traffic of a name.
 *
 * @param question the name and type that clients ask for
 * @param zonesBefore the zones that have a part in its normal answers before
 * @param zonesAfter the same afterwards
 * @param normal what moves when nothing is lost
 * @param losses the same under each single loss of either zone
 * @param ttlBefore the longest TTL of its normal answers before, in seconds
 * @param ttlAfter the longest TTL afterwards
 * @param unverified what the normal answers of either zone rest on that is not known, in sentences
 * @param remarks what is to be known about the servers of either zone, in sentences
 */
public record ServiceComparison(
    Question question,
    List<ServiceTraffic.Answering> zonesBefore,
    List<ServiceTraffic.Answering> zonesAfter,
    Shift normal,
    List<Shift> losses,
    OptionalLong ttlBefore,
    OptionalLong ttlAfter,
    List<String> unverified,
    List<String> remarks) {

  /** Copies the lists. */
  public ServiceComparison {
    zonesBefore = List.copyOf(zonesBefore);
    zonesAfter = List.copyOf(zonesAfter);
    unverified = List.copyOf(unverified);
    losses = List.copyOf(losses);
    remarks = List.copyOf(remarks);
  }

  /**
   * Compares a name's traffic in two zones.
   *
   * @param each called after each loss, from any thread
   */
  static ServiceComparison of(ServiceTraffic before, ServiceTraffic after, Runnable each) {
    Map<String, Loss> old = losses(before);
    Map<String, Loss> now = losses(after);
    List<String> titles = new ArrayList<>(old.keySet());
    now.keySet().stream().filter(title -> !old.containsKey(title)).forEach(titles::add);
    List<Shift> shifts =
        titles.parallelStream()
            .map(
                title -> {
                  // What only one of the zones has is lost in that one alone.
                  Loss lost = old.getOrDefault(title, now.getOrDefault(title, Loss.NONE));
                  Shift shift =
                      Shift.between(
                          lost,
                          before.population(),
                          before.under(old.getOrDefault(title, Loss.NONE)),
                          after.under(now.getOrDefault(title, Loss.NONE)));
                  each.run();
                  return shift;
                })
            .toList();
    return new ServiceComparison(
        after.question(),
        before.zones(),
        after.zones(),
        Shift.between(Loss.NONE, before.population(), before.normal(), after.normal()),
        shifts,
        before.longestTtl(),
        after.longestTtl(),
        Stream.concat(before.unverified().stream(), after.unverified().stream())
            .distinct()
            .toList(),
        Stream.concat(before.remarks().stream(), after.remarks().stream()).distinct().toList());
  }

  private static Map<String, Loss> losses(ServiceTraffic traffic) {
    Map<String, Loss> losses = new LinkedHashMap<>();
    traffic.singleLosses().forEach(loss -> losses.put(loss.title(), loss));
    return losses;
  }

  /** Whether its TTL changes. */
  public boolean changesTtl() {
    return !ttlBefore.equals(ttlAfter);
  }

  /** Whether its clients notice nothing, normally and under any loss. */
  public boolean isNothing() {
    return normal.isNothing() && !changesTtl() && losses.stream().allMatch(Shift::isNothing);
  }

  /** The situation with the most traffic newly without service; the normal one if none has any. */
  public Shift worst() {
    Shift worst = normal;
    for (Shift shift : losses) {
      if (shift.newlyWithout().compareTo(worst.newlyWithout()) > 0) {
        worst = shift;
      }
    }
    return worst;
  }

  /** How much of all traffic moves when nothing is lost. */
  public BigFraction moved() {
    return normal.moved();
  }
}
