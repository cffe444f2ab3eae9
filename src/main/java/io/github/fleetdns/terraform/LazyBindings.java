package io.github.fleetdns.terraform;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.JsiiEngine;

/**
 * Makes CDKTF start faster: node then loads only those modules of a provider's bindings that are
 * used, rather than all 1,800 of AWS, which takes seconds.
 *
 * <p>It is a preload, a JavaScript file for node's {@code --require}. It changes which modules are
 * loaded and when, never what is synthesized, and where a package does not look as expected it
 * leaves everything as it was. There are two ways to it:
 *
 * <ul>
 *   <li>{@link #use()} at the start of {@code main}, before the first construct.
 *   <li>Node's own {@code NODE_OPTIONS="--require FILE"} in the environment, where FILE was written
 *       by {@link #write}; it serves CDKTF apps in other languages too.
 * </ul>
 */
public final class LazyBindings {
  /** The name of the preload's file. */
  static final String PRELOAD = "lazy-bindings.cjs";

  private LazyBindings() {}

  /**
   * Makes the node that this process will start use the preload. It does so at most once, and
   * nothing if node runs already, if {@code JSII_RUNTIME} names another kernel, or if the jsii
   * runtime is not one it knows.
   *
   * @return whether node will use it
   */
  public static synchronized boolean use() {
    try {
      return use(JsiiEngine.getInstance(), System.getProperty("os.name", ""));
    } catch (ReflectiveOperationException | IOException | RuntimeException e) {
      return false; // The usual way: slower, and the same in all else.
    }
  }

  /**
   * The runtime takes its node from the environment variable {@code JSII_NODE}, which a Java
   * program cannot set for itself; so what it read from there is replaced.
   */
  private static boolean use(JsiiEngine engine, String system)
      throws ReflectiveOperationException, IOException {
    Object runtime = get(engine, "runtime");
    if (runtime == null || system.startsWith("Windows") || get(runtime, "customRuntime") != null) {
      return false;
    }
    Field node = field(runtime, "customNode");
    String command = Optional.ofNullable((String) node.get(runtime)).orElse("node");
    if (command.contains(PRELOAD)) {
      return true;
    }
    if (get(runtime, "childProcess") != null) {
      return false;
    }
    Path folder = Files.createTempDirectory("fleetdns-");
    folder.toFile().deleteOnExit();
    Path preload = write(folder);
    preload.toFile().deleteOnExit();
    node.set(runtime, command + " --require " + quoted(preload));
    return true;
  }

  private static @Nullable Object get(Object owner, String name)
      throws ReflectiveOperationException {
    return field(owner, name).get(owner);
  }

  private static Field field(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /** For {@code /bin/sh}, by which the runtime starts a node with arguments. */
  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }

  /**
   * Writes the preload into a folder, for {@code NODE_OPTIONS}.
   *
   * @param folder an existing folder; a file of that name in it is replaced
   * @return the file, {@code lazy-bindings.cjs}
   * @throws IOException if it cannot be written
   */
  public static Path write(Path folder) throws IOException {
    try (InputStream in = LazyBindings.class.getResourceAsStream(PRELOAD)) {
      if (in == null) {
        throw new IOException(PRELOAD + " is missing from the jar of fleetdns");
      }
      Path file = folder.resolve(PRELOAD);
      Files.write(file, in.readAllBytes());
      return file;
    }
  }
}
