package io.github.fleetdns.answer;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.HostedZone;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** The zones of a name space while something is down. Safe for use by several threads. */
public final class Situations {
  private final NameSpace space;
  private final Function<HostedZone, Outages> outages;

  /** Of the zones that were asked so far: of many zones a question concerns few. */
  private final AtomicReferenceArray<Situation> situations;

  Situations(NameSpace space, Function<HostedZone, Outages> outages) {
    this.space = space;
    this.outages = outages;
    this.situations = new AtomicReferenceArray<>(space.size());
  }

  private Situation situation(int zone) {
    Situation situation = situations.get(zone);
    if (situation == null) {
      situation = space.situation(zone, outages);
      situations.set(zone, situation);
    }
    return situation;
  }

  /**
   * The answers that a client gets: in a VPC from private zones first, else from public zones
   * alone. CNAMEs are followed into every zone of the name space.
   *
   * @return empty if no zone is around the name for this client
   * @throws TooManyOutcomesException if the tree has more than 100,000 ways to an answer
   */
  public Optional<Answer> answer(Question question, Client client) {
    return answer(question, client, Set.of());
  }

  /**
   * The answers to a client of whom nobody says where its questions come from: that of the internet
   * first, then that of each private zone that answers somebody.
   *
   * @throws TooManyOutcomesException if the tree has more than 100,000 ways to an answer
   */
  public List<Answer> answers(Question question, Client client) {
    if (client.isInVpc()) {
      return answer(question, client).stream().toList();
    }
    return space.findAll(question).stream()
        .map(found -> answer(found, question, client, Set.of()))
        .toList();
  }

  /**
   * The answers that a client gets to a question that many ask.
   *
   * @return empty if no zone is around the name for this client
   * @throws TooManyOutcomesException if the tree has more than 100,000 ways to an answer
   */
  public Optional<Answer> answer(Asked asked, Client client) {
    return asked
        .by(client)
        .map(by -> answer(by.found(), asked.question(), by.client(client), Set.of()));
  }

  private Optional<Answer> answer(Question question, Client client, Set<DomainName> asked) {
    return space.find(question, client).map(found -> answer(found, question, client, asked));
  }

  private Answer answer(
      NameSpace.Found found, Question question, Client client, Set<DomainName> asked) {
    Situation situation = situation(found.zone());
    return situation
        .answer(question, client, asked, onward(client, situation.zone().isPrivate()))
        .with(found.unverified(), found.remarks());
  }

  /** Who answers the second question of a client. */
  private Situation.Onward onward(Client client, boolean inside) {
    return new Situation.Onward() {
      @Override
      public boolean leavesZone() {
        return true;
      }

      @Override
      public boolean holds(DomainName name) {
        return space.findNext(new Question(name, Optional.empty()), client, inside).isPresent();
      }

      @Override
      public Answer ask(Question question, Set<DomainName> asked) {
        NameSpace.Found found =
            space
                .findNext(question, client, inside)
                .orElseThrow(() -> new IllegalArgumentException("no zone of " + question.name()));
        return answer(found, question, client, asked);
      }
    };
  }
}
