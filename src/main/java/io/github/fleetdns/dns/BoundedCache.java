package io.github.fleetdns.dns;

import com.maxmind.db.CHMCache;
import com.maxmind.db.CacheKey;
import com.maxmind.db.DecodedValue;
import com.maxmind.db.InvalidDatabaseException;
import com.maxmind.db.NodeCache;
import java.io.IOException;

/**
 * Keeps what pointers of a MaxMind database lead to, as MaxMind's own cache does, and bounds how
 * deep and how often one look-up may follow them: a pointer may lead to itself, or many to many.
 * Safe for use by several threads.
 */
final class BoundedCache implements NodeCache {
  /** Records of MaxMind's databases are nested four deep. */
  private static final int MAX_DEPTH = 64;

  /** Records of MaxMind's databases have some hundred values. */
  private static final int MAX_POINTERS = 10_000;

  private final NodeCache kept = new CHMCache();
  private final ThreadLocal<Walk> walks = ThreadLocal.withInitial(Walk::new);

  private static final class Walk {
    private int depth;
    private int pointers;
  }

  /** Begins a look-up of this thread. */
  void begin() {
    walks.get().depth = 0;
    walks.get().pointers = 0;
  }

  @Override
  public DecodedValue get(CacheKey<?> key, Loader loader) throws IOException {
    Walk walk = walks.get();
    walk.pointers++;
    if (walk.depth >= MAX_DEPTH || walk.pointers > MAX_POINTERS) {
      throw new InvalidDatabaseException(
          "pointers of one place lead further than "
              + MAX_DEPTH
              + " deep, or are more than "
              + MAX_POINTERS);
    }
    walk.depth++;
    try {
      return kept.get(key, loader);
    } finally {
      walk.depth--;
    }
  }
}
