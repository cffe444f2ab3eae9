package io.github.fleetdns.answer;

import io.github.fleetdns.zone.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The zones of a name space while something is down. Safe for use by several threads. */
public final class Situations {
  private final NameSpace space;
  private final List<Situation> situations;

  Situations(NameSpace space, List<Situation> situations) {
    this.space = space;
    this.situations = situations;
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

  private Optional<Answer> answer(Question question, Client client, Set<DomainName> asked) {
    return space.find(question, client).map(found -> answer(found, question, client, asked));
  }

  private Answer answer(
      NameSpace.Found found, Question question, Client client, Set<DomainName> asked) {
    Situation situation = situations.get(found.zone());
    return situation
        .answer(question, client, asked, onward(client, situation.zone().isPrivate()))
        .with(found.unverified(), found.remarks());
  }

  /**
   * Who answers the second question of a client that got its first answer from a private zone: it
   * sees private zones, whether or not anybody said so.
   */
  private Situation.Onward onward(Client client, boolean inside) {
    return new Situation.Onward() {
      @Override
      public boolean leavesZone() {
        return true;
      }

      @Override
      public boolean holds(DomainName name) {
        return find(new Question(name, Optional.empty())).isPresent();
      }

      @Override
      public Answer ask(Question question, Set<DomainName> asked) {
        NameSpace.Found found =
            find(question)
                .orElseThrow(() -> new IllegalArgumentException("no zone of " + question.name()));
        return answer(found, question, client, asked);
      }

      private Optional<NameSpace.Found> find(Question question) {
        if (inside && !client.isInVpc()) {
          List<NameSpace.Found> all = space.findAll(question);
          return all.stream()
              .filter(found -> situations.get(found.zone()).zone().isPrivate())
              .findFirst()
              .or(() -> all.stream().findFirst());
        }
        return space.find(question, client);
      }
    };
  }
}
