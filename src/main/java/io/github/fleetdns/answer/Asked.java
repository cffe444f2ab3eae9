package io.github.fleetdns.answer;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A question that many clients put to a name space: which zone answers is found once for all
 * clients that see the same zones.
 *
 * <p>It is asked from where a zone is: on the internet of a public zone; of a private one in a VPC
 * that it is associated with, for clients of whom nobody says in which VPC they are. Thread-safe.
 */
public final class Asked {
  private final NameSpace space;
  private final Question question;
  private final Optional<HostedZone> home;
  private final Map<Sight, Optional<By>> known = new ConcurrentHashMap<>();

  private Asked(NameSpace space, Question question, Optional<HostedZone> home) {
    this.space = space;
    this.question = question;
    this.home = home;
  }

  /**
   * A question.
   *
   * @param home the zone whose clients ask; it need not be one of the name space
   */
  public static Asked of(NameSpace space, Question question, HostedZone home) {
    return new Asked(space, question, Optional.of(home));
  }

  /** A question of clients that say themselves whether they are in a VPC. */
  public static Asked of(NameSpace space, Question question) {
    return new Asked(space, question, Optional.empty());
  }

  /** What of a client decides which zones it sees. */
  private record Sight(Optional<String> vpcRegion, Optional<String> vpc) {}

  /**
   * Who answers.
   *
   * @param found the zone
   * @param vpc the VPC that the client is taken to be in, if it does not say
   */
  record By(NameSpace.Found found, Optional<String> vpc) {
    Client client(Client client) {
      return vpc.map(client::withVpc).orElse(client);
    }
  }

  /** The question. */
  public Question question() {
    return question;
  }

  /** The zone that answers a client; empty if none is around the name for it. */
  public Optional<HostedZone> zone(Client client) {
    return by(client).map(by -> space.zone(by.found().zone()));
  }

  /** Whether the name space has a zone of this name. */
  public boolean holds(DomainName apex) {
    return space.zones().stream().anyMatch(zone -> zone.name().equals(apex));
  }

  /**
   * The zone that a client's next question goes to.
   *
   * @param name the name that a CNAME leads to
   * @param from the zone that has the CNAME
   */
  public Optional<HostedZone> next(DomainName name, HostedZone from, Client client) {
    Client sees = by(client).map(by -> by.client(client)).orElse(client);
    return space
        .findNext(new Question(name, question.type()), sees, from.isPrivate())
        .map(found -> space.zone(found.zone()));
  }

  Optional<By> by(Client client) {
    return known.computeIfAbsent(
        new Sight(client.vpcRegion(), client.vpc()), sight -> find(client));
  }

  private Optional<By> find(Client client) {
    if (client.vpc().isPresent()
        || !(home.map(HostedZone::visibility).orElse(null) instanceof Visibility.Private inside)) {
      return space.find(question, client).map(found -> new By(found, Optional.empty()));
    }
    List<Visibility.Vpc> vpcs =
        inside.vpcs().stream()
            .filter(
                vpc ->
                    vpc.region().isEmpty()
                        || client.vpcRegion().isEmpty()
                        || client.vpcRegion().equals(vpc.region()))
            .toList();
    List<By> all = new ArrayList<>();
    for (Visibility.Vpc vpc : vpcs) {
      space
          .find(question, client.withVpc(vpc.id()))
          .ifPresent(found -> all.add(new By(found, Optional.of(vpc.id()))));
    }
    if (all.isEmpty()) {
      return ofHome(client)
          .map(
              by ->
                  inside.vpcs().isEmpty()
                      ? by
                      : new By(
                          by.found()
                              .with(
                                  "no VPC of the private zone "
                                      + home.orElseThrow().name()
                                      + " is known to be in "
                                      + client.vpcRegion().orElse("the region")
                                      + "; one is assumed"),
                          by.vpc()));
    }
    By first = all.get(0);
    boolean same = all.stream().allMatch(by -> by.found().zone() == first.found().zone());
    return Optional.of(
        same
            ? first
            : new By(
                first
                    .found()
                    .with(
                        "VPCs of the private zone "
                            + home.orElseThrow().name()
                            + " see different zones of this name; one of them is taken, --vpc says"
                            + " which"),
                first.vpc()));
  }

  /** Of a zone whose VPCs are not known, or not these: it is taken to answer them. */
  @SuppressWarnings("ReferenceEquality") // two equal zones of an input are two zones
  private Optional<By> ofHome(Client client) {
    List<NameSpace.Found> inside =
        space.findAll(question).stream()
            .filter(found -> space.zone(found.zone()).isPrivate())
            .toList();
    Optional<NameSpace.Found> found =
        inside.stream()
            .filter(f -> space.zone(f.zone()) == home.orElse(null))
            .findFirst()
            .or(() -> inside.stream().findFirst())
            .or(() -> space.find(question, client));
    return found.map(f -> new By(f, Optional.empty()));
  }
}
