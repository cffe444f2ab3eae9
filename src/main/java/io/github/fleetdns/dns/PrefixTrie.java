package io.github.fleetdns.dns;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values by prefixes of bits; a look-up finds the longest prefix that has a value.
 *
 * @param <T> the type of the values
 */
final class PrefixTrie<T> {
  private final Node<T> root = new Node<>();

  private static final class Node<T> {
    private @Nullable Node<T> zero;
    private @Nullable Node<T> one;
    private @Nullable T value;

    private @Nullable Node<T> child(boolean bit) {
      return bit ? one : zero;
    }
  }

  /**
   * What a look-up found.
   *
   * @param value the value of the longest prefix
   * @param length how many bits decided it: all that begin with these have the same value
   */
  record Match<T>(Optional<T> value, int length) {}

  /** Gives a prefix a value; whether it had none before. */
  boolean put(byte[] bits, int length, T value) {
    Node<T> node = root;
    for (int i = 0; i < length; i++) {
      Node<T> next = node.child(bit(bits, i));
      if (next == null) {
        next = new Node<>();
        if (bit(bits, i)) {
          node.one = next;
        } else {
          node.zero = next;
        }
      }
      node = next;
    }
    boolean free = node.value == null;
    node.value = value;
    return free;
  }

  /** Looks up the first {@code length} bits. */
  Match<T> find(byte[] bits, int length) {
    Node<T> node = root;
    @Nullable T found = root.value;
    int depth = 0;
    while (depth < length && (node.zero != null || node.one != null)) {
      Node<T> next = node.child(bit(bits, depth));
      depth++;
      if (next == null) {
        break;
      }
      node = next;
      found = node.value == null ? found : node.value;
    }
    return new Match<>(Optional.ofNullable(found), depth);
  }

  private static boolean bit(byte[] bits, int index) {
    return (bits[index >> 3] >> (7 - (index & 7)) & 1) != 0;
  }
}
