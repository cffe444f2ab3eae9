package io.github.fleetdns.answer;

import io.github.fleetdns.zone.DomainName;
import io.github.fleetdns.zone.RecordType;
import java.util.Optional;

/**
 * What a client asks for.
 *
 * @param name the name
 * @param type the type; empty for one that Route 53 has no records of, such as LOC
 */
public record Question(DomainName name, Optional<RecordType> type) {

  /** Asks for records of a type. */
  public static Question of(DomainName name, RecordType type) {
    return new Question(name, Optional.of(type));
  }

  /**
   * Asks for records of a type.
   *
   * @throws io.github.fleetdns.zone.InvalidNameException if the name is none
   */
  public static Question of(String name, RecordType type) {
    return of(DomainName.of(name), type);
  }

  @Override
  public String toString() {
    return name + " " + type.map(Enum::name).orElse("of another type");
  }
}
