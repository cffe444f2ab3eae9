package io.github.fleetdns.dns;

import com.maxmind.db.DatabaseRecord;
import com.maxmind.db.InvalidDatabaseException;
import com.maxmind.db.Reader;
import io.github.fleetdns.answer.Client;
import io.github.fleetdns.geo.Point;
import io.github.fleetdns.zone.GeoPlace;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Places from a database in MaxMind's format that has the fields of a City or Country database:
 * continent, country, subdivisions, location. Other databases tell nothing.
 */
final class MaxMindPlaces implements ClientPlaces {
  private static final String MARKER = "\u00ab\u00cd\u00efMaxMind.com";

  /** The metadata behind the marker has at most 128 KiB (MaxMind DB specification 2.0). */
  private static final int TAIL = 128 * 1024;

  private final Reader reader;
  private final BoundedCache cache;

  private MaxMindPlaces(Reader reader, BoundedCache cache) {
    this.reader = reader;
    this.cache = cache;
  }

  /** Whether a file is a database in MaxMind's format. */
  static boolean isDatabase(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(in.length(), TAIL)];
      in.seek(in.length() - tail.length);
      in.readFully(tail);
      return new String(tail, StandardCharsets.ISO_8859_1).contains(MARKER);
    }
  }

  /** Opens a database; it is read as it is asked, for as long as the process runs. */
  static MaxMindPlaces read(Path file) throws IOException {
    try {
      BoundedCache cache = new BoundedCache();
      return new MaxMindPlaces(new Reader(file.toFile(), cache), cache);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // What the reader throws at a file that is cut off or was changed.
      throw new IOException("it is no complete database: " + e.getMessage(), e);
    }
  }

  @Override
  public Place locate(InetAddress address, int length) {
    cache.begin();
    try {
      DatabaseRecord<?> found = reader.getRecord(address, Object.class);
      int decided = Math.min(length, found.network().prefixLength());
      return new Place(
          found.data() instanceof Map<?, ?> data ? client(data) : Client.UNKNOWN, decided);
    } catch (IllegalArgumentException e) {
      // An IPv6 address, and a database of IPv4 alone.
      return new Place(Client.UNKNOWN, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("the database of clients is broken: " + e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw new UncheckedIOException(
          new InvalidDatabaseException("the database of clients is broken: it nests too deep", e));
    }
  }

  private static Client client(Map<?, ?> data) {
    Optional<String> country = text(data, "country", "iso_code");
    Client client = country.map(Client::in).orElse(Client.UNKNOWN);
    if (country.isPresent()
        && data.get("subdivisions") instanceof List<?> list
        && !list.isEmpty()) {
      Optional<String> code =
          list.get(0) instanceof Map<?, ?> first ? text(first, "iso_code") : Optional.empty();
      client = code.map(client::withSubdivision).orElse(client);
    }
    Optional<GeoPlace.Continent> continent =
        text(data, "continent", "code")
            .flatMap(
                code ->
                    Stream.of(GeoPlace.Continent.values())
                        .filter(one -> one.code().equals(code))
                        .findFirst());
    // Route 53 has an opinion of its own on some countries' continents (route53.md#places).
    client =
        client.continent().isEmpty() ? continent.map(client::withContinent).orElse(client) : client;
    Object latitude = at(data, "location", "latitude");
    Object longitude = at(data, "location", "longitude");
    return latitude instanceof Double north && longitude instanceof Double east
        ? client.withPoint(new Point(north, east))
        : client;
  }

  private static Optional<String> text(Map<?, ?> data, String... path) {
    return at(data, path) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static @Nullable Object at(Map<?, ?> data, String... path) {
    Object value = data;
    for (String key : path) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value;
  }
}
