package io.github.fleetdns.jsii;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The compressed tar archives that npm packages are: regular files with short names, in the ustar
 * format (POSIX.1-1988). Anything else in one is passed over.
 */
final class Tarball {
  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE_AT = 124;
  private static final int TYPE_AT = 156;
  private static final int PREFIX_AT = 345;

  private Tarball() {}

  /** Takes the files of an archive, one by one. */
  interface Visitor {
    /**
     * Gets a file.
     *
     * @param name its path in the archive
     * @param content its bytes; what is not read of them is passed over
     */
    void file(String name, InputStream content) throws IOException;
  }

  /**
   * Reads an archive.
   *
   * @param in the compressed archive; not closed
   * @throws IOException if it is no such archive, or the visitor throws
   */
  static void read(InputStream in, Visitor visitor) throws IOException {
    DataInputStream tar = new DataInputStream(new GZIPInputStream(in, 1 << 16));
    byte[] header = new byte[BLOCK];
    while (true) {
      tar.readFully(header);
      if (header[0] == 0) {
        return; // two empty blocks end it
      }
      long size = Long.parseLong(text(header, SIZE_AT, 12).trim(), 8);
      Content content = new Content(tar, size);
      if (header[TYPE_AT] == '0' || header[TYPE_AT] == 0) {
        String prefix = text(header, PREFIX_AT, 155);
        String name = text(header, 0, NAME_LENGTH);
        visitor.file(prefix.isEmpty() ? name : prefix + "/" + name, content);
      }
      content.skipRest();
      tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    }
  }

  private static String text(byte[] header, int at, int length) {
    int end = at;
    while (end < at + length && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.UTF_8);
  }

  /** The bytes of one file. */
  private static final class Content extends InputStream {
    private final InputStream tar;
    private long left;

    Content(InputStream tar, long size) {
      this.tar = tar;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = tar.read(buffer, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw new IOException("the archive ends in the middle of a file");
      }
      left -= count;
      return count;
    }

    void skipRest() throws IOException {
      tar.skipNBytes(left);
      left = 0;
    }
  }

  /** Writes an archive. */
  static final class Writer implements AutoCloseable {
    private final OutputStream tar;

    /** Writes to this stream, and closes it at the end. */
    Writer(OutputStream out) throws IOException {
      tar = new GZIPOutputStream(out, 1 << 16);
    }

    /**
     * Adds a file.
     *
     * @param name its path in the archive, no longer than 100 bytes
     */
    void add(String name, byte[] content) throws IOException {
      byte[] header = new byte[BLOCK];
      put(header, 0, name);
      put(header, NAME_LENGTH, "0000644\0" + "0000000\0" + "0000000\0");
      put(header, SIZE_AT, String.format("%011o\0%011o\0", content.length, 0));
      put(header, TYPE_AT, "0");
      put(header, 257, "ustar\0" + "00");
      // The checksum is taken with blanks in its own place.
      Arrays.fill(header, 148, TYPE_AT, (byte) ' ');
      int sum = 0;
      for (byte b : header) {
        sum += b & 0xff;
      }
      put(header, 148, String.format("%06o\0", sum));
      tar.write(header);
      tar.write(content);
      tar.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    private static void put(byte[] header, int at, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    @Override
    public void close() throws IOException {
      tar.write(new byte[2 * BLOCK]);
      tar.close();
    }
  }
}
