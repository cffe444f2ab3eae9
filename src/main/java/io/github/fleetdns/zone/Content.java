package io.github.fleetdns.zone;

import java.util.List;
import java.util.function.Function;

/** What a record set answers. */
public sealed interface Content {

  /** What is made of the kind of content that this is. */
  <T> T match(Function<Values, T> values, Function<Alias, T> alias);

  /**
   * Values of its own.
   *
   * @param ttl how long resolvers may keep the answer, in seconds, 0–2147483647
   * @param values the values in presentation format, in {@link ValueOrder}; TXT values are quoted
   */
  record Values(long ttl, List<String> values) implements Content {
    /** Requires a TTL in range; copies the values and puts them in order. */
    public Values {
      if (ttl < 0 || ttl > RecordSet.MAX_TTL) {
        throw new IllegalArgumentException("TTL " + ttl + " is outside 0–" + RecordSet.MAX_TTL);
      }
      values =
          values.size() < 2
              ? List.copyOf(values)
              : values.stream().sorted(ValueOrder.INSTANCE).toList();
    }

    @Override
    public <T> T match(Function<Values, T> whenValues, Function<Alias, T> whenAlias) {
      return whenValues.apply(this);
    }
  }

  /**
   * What something else answers, invisibly to the client.
   *
   * @param target what it points at
   * @param evaluateTargetHealth whether it counts as unhealthy when its target is
   */
  record Alias(AliasTarget target, boolean evaluateTargetHealth) implements Content {
    @Override
    public <T> T match(Function<Values, T> whenValues, Function<Alias, T> whenAlias) {
      return whenAlias.apply(this);
    }
  }
}
