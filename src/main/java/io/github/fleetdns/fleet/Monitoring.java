package io.github.fleetdns.fleet;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who hears of a fleet's health, and where it can be seen.
 *
 * @param notification who is told when a health check turns; nobody if empty
 * @param dashboard whether there is a CloudWatch dashboard of health and query volume
 */
public record Monitoring(Optional<Notify> notification, boolean dashboard) {

  /** Nobody is told, and there is no dashboard. */
  public static final Monitoring NONE = new Monitoring(Optional.empty(), false);

  /** Who is told. */
  public sealed interface Notify {
    /** What is made of the kind of listener that this is. */
    <T> T match(Function<Topic, T> topic, Function<Email, T> email);
  }

  /**
   * The subscribers of an SNS topic that exists.
   *
   * @param arn its ARN; in us-east-1, where the metrics of Route 53 are
   */
  public record Topic(String arn) implements Notify {
    @Override
    public <T> T match(Function<Topic, T> topic, Function<Email, T> email) {
      return topic.apply(this);
    }
  }

  /**
   * Mailboxes, through an SNS topic of the fleet's own. Each owner has to confirm once, by a link
   * that AWS sends.
   *
   * @param addresses at least one e-mail address, in the author's order
   */
  public record Email(List<String> addresses) implements Notify {
    /** Requires an address; copies the list. */
    public Email {
      addresses = List.copyOf(addresses);
      if (addresses.isEmpty()) {
        throw new IllegalArgumentException("no e-mail address to notify");
      }
    }

    @Override
    public <T> T match(Function<Topic, T> topic, Function<Email, T> email) {
      return email.apply(this);
    }
  }
}
