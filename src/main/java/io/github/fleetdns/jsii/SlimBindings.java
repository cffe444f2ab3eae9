package io.github.fleetdns.jsii;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.hashicorp.cdktf.providers.aws.$Module;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of CDKTF's AWS bindings that fleetdns uses, as a jar to stand on the class path in place
 * of theirs: the npm package that goes to Node.js, of which 30 of 1,800 modules stay, the list of
 * its types, and their classes. So 30 MB need not be unpacked to 420 MB on the first run of a
 * machine, nor copied and hashed on every run; and the JVM need not open a jar of 60,000 files.
 *
 * <p>Only for the {@code fleetdns} program itself: whoever uses other resources beside {@code
 * FleetZone} needs all of the bindings.
 */
final class SlimBindings {
  private static final String JAVA = "com/hashicorp/cdktf/providers/aws/";
  private static final String TYPES = "$Module.txt";
  private static final String MARK = "slim";
  private static final String PACKAGE = "package/";
  private static final Pattern REFERENCE = Pattern.compile(Pattern.quote(JAVA) + "([a-z0-9_]+)/");
  private static final Pattern TYPE =
      Pattern.compile(
          "(@cdktf/provider-aws\\.(\\w+)\\.[^=]+)=" + JAVA.replace('/', '.') + "(\\w+)\\..*");
  private static final Pattern LAZY =
      Pattern.compile("Object\\.defineProperty\\(exports, '(\\w+)', .*");

  private final Set<String> packages;
  private final $Module module = new $Module();
  private final List<String> typeLines = new ArrayList<>();
  private final Set<String> types = new HashSet<>();
  private final Set<String> namespaces = new HashSet<>();

  private SlimBindings(Set<String> packages) throws IOException {
    this.packages = packages;
    try (InputStream in = resource(TYPES)) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> keepIf(line));
    }
    if (typeLines.isEmpty()) {
      throw new IOException("the bindings' " + TYPES + " is not as expected");
    }
  }

  /** Whether this program runs with such a jar. */
  static boolean areUsed() {
    return $Module.class.getResource(MARK) != null;
  }

  /** Writes the jar to the path that is the only argument. */
  public static void main(String[] args) throws IOException, URISyntaxException {
    write(Path.of(args[0]));
  }

  /**
   * Writes the jar.
   *
   * @param jar where to; a file there is replaced
   * @throws IOException if it cannot be written, or the bindings are not as expected
   */
  static void write(Path jar) throws IOException, URISyntaxException {
    SlimBindings slim = new SlimBindings(usedPackages());
    byte[] tarball = slim.tarball();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(entry(JAVA + MARK));
      out.putNextEntry(entry(JAVA + TYPES));
      out.write(String.join("\n", slim.typeLines).getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(entry(JAVA + slim.module.getBundleResourceName()));
      out.write(tarball);
      slim.classes(out);
    }
  }

  private void classes(JarOutputStream out) throws IOException, URISyntaxException {
    Path bindings = codeOf($Module.class);
    try (FileSystem jar = FileSystems.newFileSystem(bindings)) {
      Path root = jar.getPath(JAVA);
      copyClass(root.resolve("$Module.class"), out);
      for (String name : new TreeSet<>(packages)) {
        try (Stream<Path> files = Files.list(root.resolve(name))) {
          for (Path file : files.sorted().toList()) {
            copyClass(file, out);
          }
        }
      }
    }
  }

  private static void copyClass(Path file, JarOutputStream out) throws IOException {
    out.putNextEntry(entry(file.toString()));
    Files.copy(file, out);
  }

  /** Of no time, so that the same bindings make the same bytes. */
  private static JarEntry entry(String name) {
    JarEntry entry = new JarEntry(name);
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    return entry;
  }

  private static Path codeOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** The packages of the bindings that the classes of fleetdns refer to. */
  static Set<String> usedPackages() throws IOException, URISyntaxException {
    Path code = codeOf(SlimBindings.class);
    if (Files.isDirectory(code)) {
      return usedPackages(code);
    }
    try (FileSystem jar = FileSystems.newFileSystem(code)) {
      return usedPackages(jar.getPath("/"));
    }
  }

  private static Set<String> usedPackages(Path root) throws IOException {
    Set<String> packages = new HashSet<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        // Names in a class file's constant pool are plain ASCII.
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Matcher reference = REFERENCE.matcher(bytes);
        while (reference.find()) {
          packages.add(reference.group(1));
        }
      }
    }
    return packages;
  }

  private void keepIf(String line) {
    Matcher type = TYPE.matcher(line);
    if (type.matches() && packages.contains(type.group(3))) {
      typeLines.add(line);
      types.add(type.group(1));
      namespaces.add(type.group(2));
    }
  }

  private InputStream resource(String name) throws IOException {
    InputStream in = $Module.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("the bindings have no " + name);
    }
    return in;
  }

  private byte[] tarball() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Set<String> missing =
        packages.stream().map(SlimBindings::script).collect(Collectors.toCollection(HashSet::new));
    missing.addAll(Set.of(PACKAGE + "package.json", PACKAGE + "LICENSE"));
    try (Tarball.Writer out = new Tarball.Writer(bytes);
        InputStream in = resource(module.getBundleResourceName())) {
      Tarball.read(
          in,
          (name, content) -> {
            if (missing.remove(name)) {
              out.add(name, content.readAllBytes());
            } else if (name.equals(PACKAGE + ".jsii")) {
              out.add(name, assembly(content));
            } else if (name.equals(PACKAGE + "lib/lazy-index.js")) {
              out.add(PACKAGE + "lib/index.js", index(content));
            }
          });
    }
    if (!missing.isEmpty()) {
      throw new IOException("the bindings have no " + missing);
    }
    return bytes.toByteArray();
  }

  /** The script of a package: Java writes {@code route53_zone} what npm writes route53-zone. */
  private static String script(String javaPackage) {
    return PACKAGE + "lib/" + javaPackage.replace('_', '-') + "/index.js";
  }

  /** The lazy index, which serves as the index, of what is kept. */
  private byte[] index(InputStream content) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("\"use strict\";");
    Set<String> missing = new HashSet<>(namespaces);
    for (String line :
        new String(content.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
      Matcher export = LAZY.matcher(line);
      if (export.matches() && missing.remove(export.group(1))) {
        lines.add(line);
      }
    }
    if (!missing.isEmpty()) {
      throw new IOException("the bindings' index does not export " + missing);
    }
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  /** The description of the types for the jsii kernel, of those that are kept. */
  private byte[] assembly(InputStream content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonFactory json = new JsonFactory();
    try (JsonParser in = json.createParser(content);
        JsonGenerator out = json.createGenerator(bytes)) {
      in.nextToken();
      out.writeStartObject();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String field = in.currentName();
        in.nextToken();
        if (field.equals("types")) {
          copy(in, out, field, types::contains);
        } else if (field.equals("submodules")) {
          copy(in, out, field, name -> namespaces.contains(name.substring(name.indexOf('.') + 1)));
        } else {
          out.writeFieldName(field);
          out.copyCurrentStructure(in);
        }
      }
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void copy(JsonParser in, JsonGenerator out, String field, Predicate<String> keep)
      throws IOException {
    out.writeObjectFieldStart(field);
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      if (keep.test(name)) {
        out.writeFieldName(name);
        out.copyCurrentStructure(in);
      } else {
        in.skipChildren();
      }
    }
    out.writeEndObject();
  }
}
