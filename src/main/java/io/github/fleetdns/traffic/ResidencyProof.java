package io.github.fleetdns.traffic;

import io.github.fleetdns.answer.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Whether the traffic of a place stays where it may go, normally and under every single loss.
 *
 * <p>Traffic that gets no answer goes nowhere. What is sent to a server that is lost is sent there
 * all the same, and what is sent to something in no known region may be anywhere.
 *
 * @param rule where it may go
 * @param question the name and type that clients ask for
 * @param breaches when it does not stay there: the normal situation alone if it is one of them
 * @param estimated whether the answers to the place's clients rest on estimates in place of Route
 *     53's own latencies and places: then it holds only if these are like that
 */
public record ResidencyProof(
    ResidencyRule rule, Question question, List<Breach> breaches, boolean estimated) {

  /**
   * A situation in which traffic goes where it may not.
   *
   * @param loss what is lost
   * @param to where most of that traffic goes
   * @param region the region that it is in, if that is known
   * @param share how much of the place's traffic goes where it may not, above 0
   */
  public record Breach(Loss loss, Destination to, Optional<String> region, BigFraction share) {}

  /** Copies the list. */
  public ResidencyProof {
    breaches = List.copyOf(breaches);
  }

  /** Whether the traffic stays. */
  public boolean holds() {
    return breaches.isEmpty();
  }

  /**
   * A proof for each rule.
   *
   * @param traffic the traffic of a name; its population has everybody whom a rule is about ({@link
   *     Population#everywhere()})
   */
  public static List<ResidencyProof> of(ServiceTraffic traffic, List<ResidencyRule> rules) {
    List<Optional<ResidencyRule>> ruleOf =
        traffic.population().groups().stream()
            .map(group -> ResidencyRule.of(group.client(), rules))
            .toList();
    Map<String, Optional<String>> regions = new LinkedHashMap<>();
    traffic.servers().forEach(server -> regions.put(server.name(), server.region()));
    List<Loss> losses = new ArrayList<>(List.of(Loss.NONE));
    losses.addAll(traffic.singleLosses());
    List<ResidencyProof> proofs = new ArrayList<>();
    for (ResidencyRule rule : rules) {
      List<Breach> breaches = new ArrayList<>();
      boolean estimated = false;
      for (Loss loss : losses) {
        Situation now = new Situation(rule, ruleOf, regions, traffic);
        now.look(traffic.splits(loss));
        estimated |= now.estimated;
        now.breach(loss).ifPresent(breaches::add);
        if (loss.kind() == Loss.Kind.NOTHING && !breaches.isEmpty()) {
          break;
        }
      }
      proofs.add(new ResidencyProof(rule, traffic.question(), breaches, estimated));
    }
    return proofs;
  }

  /** A rule in one situation. */
  private static final class Situation {
    private final ResidencyRule rule;
    private final List<Optional<ResidencyRule>> ruleOf;
    private final Map<String, Optional<String>> regions;
    private final ServiceTraffic traffic;
    private final Map<Destination, BigFraction> leaving = new TreeMap<>();
    private BigFraction weight = BigFraction.ZERO;
    private boolean estimated;

    Situation(
        ResidencyRule rule,
        List<Optional<ResidencyRule>> ruleOf,
        Map<String, Optional<String>> regions,
        ServiceTraffic traffic) {
      this.rule = rule;
      this.ruleOf = ruleOf;
      this.regions = regions;
      this.traffic = traffic;
    }

    void look(Splits splits) {
      for (int i = 0; i < ruleOf.size(); i++) {
        if (ruleOf.get(i).filter(rule::equals).isPresent()) {
          Splits.Reply reply = splits.byGroup().get(i);
          BigFraction of = traffic.population().groups().get(i).weight();
          weight = weight.add(of);
          estimated |= reply.estimated();
          reply
              .shares()
              .forEach(
                  (to, share) -> {
                    if (!stays(to)) {
                      leaving.merge(to, share.multiply(of), BigFraction::add);
                    }
                  });
        }
      }
    }

    private boolean stays(Destination to) {
      return to.match(
          server -> region(server).filter(rule.regions()::contains).isPresent(),
          elsewhere -> false,
          nobody -> true);
    }

    private Optional<String> region(Destination to) {
      return to instanceof Destination.ToServer server
          ? regions.getOrDefault(server.name(), Optional.empty())
          : Optional.empty();
    }

    Optional<Breach> breach(Loss loss) {
      return leaving.entrySet().stream()
          .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
          .map(
              most ->
                  new Breach(
                      loss,
                      most.getKey(),
                      region(most.getKey()),
                      leaving.values().stream()
                          .reduce(BigFraction.ZERO, BigFraction::add)
                          .divide(weight)));
    }
  }
}
