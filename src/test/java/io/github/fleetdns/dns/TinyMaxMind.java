package io.github.fleetdns.dns;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes databases in MaxMind's format, version 2.0, as small as a test wants them. */
final class TinyMaxMind {
  private final int version;
  private final List<int[]> nodes = new ArrayList<>();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  private static final int NOTHING = -1;

  /** A database of 4: IPv4 alone, or 6: both, IPv4 below ::/96. */
  TinyMaxMind(int version) {
    this.version = version;
    nodes.add(new int[] {NOTHING, NOTHING});
  }

  TinyMaxMind put(String network, Map<String, Object> value) {
    point(network);
    encode(value, data);
    return this;
  }

  /** Puts bytes that are no value of its own making. */
  TinyMaxMind putBytes(String network, byte[] value) {
    point(network);
    data.writeBytes(value);
    return this;
  }

  /** Lets a network lead to what is written next. */
  private void point(String network) {
    String[] parts = network.split("/", -1);
    byte[] address = Handlers.address(parts[0]).getAddress();
    int length = Integer.parseInt(parts[1]);
    byte[] bits = address;
    if (version == 6 && address.length == 4) {
      bits = new byte[16];
      System.arraycopy(address, 0, bits, 12, 4);
      length += 96;
    }
    int offset = data.size();
    int node = 0;
    for (int i = 0; i < length; i++) {
      int bit = bits[i / 8] >> (7 - i % 8) & 1;
      if (i == length - 1) {
        nodes.get(node)[bit] = -2 - offset;
      } else {
        if (nodes.get(node)[bit] < 0) {
          nodes.get(node)[bit] = nodes.size();
          nodes.add(new int[] {NOTHING, NOTHING});
        }
        node = nodes.get(node)[bit];
      }
    }
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int[] node : nodes) {
      for (int record : node) {
        int value =
            record >= 0
                ? record
                : record == NOTHING ? nodes.size() : nodes.size() + 16 + (-2 - record);
        out.writeBytes(new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value});
      }
    }
    out.writeBytes(new byte[16]);
    out.writeBytes(data.toByteArray());
    out.writeBytes("\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1));
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("binary_format_major_version", 2);
    metadata.put("binary_format_minor_version", 0);
    metadata.put("build_epoch", 1L);
    metadata.put("database_type", "Tiny");
    metadata.put("description", Map.of("en", "a test"));
    metadata.put("ip_version", version);
    metadata.put("languages", List.of("en"));
    metadata.put("node_count", nodes.size());
    metadata.put("record_size", 24);
    encode(metadata, out);
    return out.toByteArray();
  }

  private static void encode(Object value, ByteArrayOutputStream out) {
    if (value instanceof String text) {
      control(2, text.length(), out);
      out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof Double number) {
      control(3, 8, out);
      out.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
    } else if (value instanceof Integer number) {
      control(6, 4, out);
      out.writeBytes(ByteBuffer.allocate(4).putInt(number).array());
    } else if (value instanceof Long number) {
      control(9, 8, out);
      out.writeBytes(ByteBuffer.allocate(8).putLong(number).array());
    } else if (value instanceof List<?> list) {
      control(11, list.size(), out);
      list.forEach(element -> encode(element, out));
    } else {
      Map<?, ?> map = (Map<?, ?>) value;
      control(7, map.size(), out);
      map.forEach(
          (key, element) -> {
            encode(key, out);
            encode(element, out);
          });
    }
  }

  private static void control(int type, int size, ByteArrayOutputStream out) {
    int first = size < 29 ? size : 29;
    out.write(type > 7 ? first : type << 5 | first);
    if (type > 7) {
      out.write(type - 7);
    }
    if (size >= 29) {
      out.write(size - 29);
    }
  }
}
