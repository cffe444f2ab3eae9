package io.github.fleetdns.jsii;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.JsiiEngine;

/**
 * Makes CDKTF start faster. Its kernel, which runs in node, then loads only those modules of a
 * provider's bindings that are used, rather than all 1,800 of AWS, which takes seconds; and it is
 * the node that Java starts, rather than another one that this starts.
 *
 * <p>Neither changes what is synthesized, and where a package does not look as expected it stays as
 * it was. There are two ways to it:
 *
 * <ul>
 *   <li>{@link #use()} at the start of {@code main}, before the first construct.
 *   <li>Node's own {@code NODE_OPTIONS="--require FILE"} in the environment, where FILE was written
 *       by {@link #write}; it is for the modules alone, and serves CDKTF apps in other languages
 *       too.
 * </ul>
 */
public final class QuickKernel {
  /** The name of the preload's file, which loads only the modules that are used. */
  static final String PRELOAD = "lazy-bindings.cjs";

  /** The name of the file that runs the kernel in one process. */
  private static final String KERNEL = "kernel.cjs";

  /** The kernel in the jar of the jsii runtime, and how one that {@link #KERNEL} can run talks. */
  private static final String PROGRAM = "program.js";

  private static final String TALKS = "readFD:3,writeFD:3";

  private QuickKernel() {}

  /**
   * Makes the node that this process will start the quick one. It does so at most once, and nothing
   * if node runs already, if {@code JSII_RUNTIME} names another kernel, or if the jsii runtime is
   * not one it knows.
   *
   * @return whether node will load only what is used
   */
  public static boolean use() {
    return start() != Start.USUAL;
  }

  /**
   * Begins to start the kernel in the background, quick, with the AWS bindings loaded; unless that
   * has begun already. For those who have something to do before they need it.
   */
  public static void begin() {
    KernelStart.begin();
  }

  /**
   * Waits until the kernel has started, and begins to start it where nobody has.
   *
   * @throws MissingEnvironmentException if Node.js is missing, too old or broken; another call
   *     tries again
   */
  public static void await() throws MissingEnvironmentException {
    KernelStart.begin().await();
  }

  /**
   * Whether the jsii runtime has to unpack CDKTF's libraries before it can start, as it does once
   * on each machine.
   */
  public static boolean isFirstRun() {
    return KernelStart.isFirst();
  }

  /** How the kernel is going to be started. */
  enum Start {
    /** As the jsii runtime does it. */
    USUAL,
    /** With the preload alone. */
    PRELOADED,
    /** With the preload and in one process, which refuses a node that is too old. */
    ONE_PROCESS
  }

  /** Does what {@link #use} does, and tells how far it came. */
  static synchronized Start start() {
    try {
      return start(JsiiEngine.getInstance(), System.getProperty("os.name", ""));
    } catch (ReflectiveOperationException | IOException | RuntimeException e) {
      return Start.USUAL; // Slower, and the same in all else.
    }
  }

  /**
   * The runtime takes its kernel from the environment variable {@code JSII_RUNTIME} and its node
   * from {@code JSII_NODE}, which a Java program cannot set for itself; so what it read from there
   * is replaced.
   */
  private static Start start(JsiiEngine engine, String system)
      throws ReflectiveOperationException, IOException {
    Object runtime = get(engine, "runtime");
    if (runtime == null || system.startsWith("Windows")) {
      return Start.USUAL;
    }
    Field kernel = field(runtime, "customRuntime");
    Field node = field(runtime, "customNode");
    String command = Optional.ofNullable((String) node.get(runtime)).orElse("node");
    String given = (String) kernel.get(runtime);
    if (given != null) {
      return given.contains(PRELOAD) ? Start.ONE_PROCESS : Start.USUAL;
    }
    if (command.contains(PRELOAD)) {
      return Start.PRELOADED;
    }
    if (get(runtime, "childProcess") != null) {
      return Start.USUAL;
    }
    Path folder = Files.createTempDirectory("fleetdns-");
    folder.toFile().deleteOnExit();
    String quick = command + " --require " + quoted(ours(PRELOAD, folder));
    if (hasProgram(runtime.getClass(), folder)) {
      // The flag is one that the runtime gives to its kernel. A command of the user's may be more
      // than a program, such as one with variables before it, which exec does not take.
      kernel.set(
          runtime,
          (command.equals("node") ? "exec " : "")
              + quick
              + " --preserve-symlinks "
              + quoted(ours(KERNEL, folder))
              + " "
              + NodeJs.OLDEST);
      return Start.ONE_PROCESS;
    }
    node.set(runtime, quick);
    return Start.PRELOADED;
  }

  /** Puts the kernel of the runtime's jar into the folder, if it is one that talks as expected. */
  static boolean hasProgram(Class<?> runtime, Path folder) throws IOException {
    try (InputStream in = runtime.getResourceAsStream("lib/" + PROGRAM)) {
      if (in == null) {
        return false;
      }
      byte[] program = in.readAllBytes();
      if (!new String(program, StandardCharsets.ISO_8859_1).contains(TALKS)) {
        return false;
      }
      Path file = folder.resolve(PROGRAM);
      file.toFile().deleteOnExit();
      Files.write(file, program);
      return true;
    }
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
    return write(PRELOAD, folder);
  }

  private static Path ours(String name, Path folder) throws IOException {
    Path file = write(name, folder);
    file.toFile().deleteOnExit();
    return file;
  }

  static Path write(String name, Path folder) throws IOException {
    try (InputStream in = QuickKernel.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing from the jar of fleetdns");
      }
      return Files.write(folder.resolve(name), in.readAllBytes());
    }
  }
}
