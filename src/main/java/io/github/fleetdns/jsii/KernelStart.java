package io.github.fleetdns.jsii;

import com.hashicorp.cdktf.providers.aws.$Module;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.JsiiEngine;

/**
 * Starts CDKTF's kernel, a node process that loads CDKTF and the AWS bindings, in the background,
 * so that files can be read and checked meanwhile. There is one kernel in a Java process.
 */
final class KernelStart {
  private static @Nullable KernelStart current;

  private final Thread thread = new Thread(this::load, "kernel start");
  private NodeJs.@Nullable Version version;
  private @Nullable Throwable failure;

  /** Unpacking the libraries, which is done once, takes ten seconds on a slow machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private KernelStart() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Begins to start it, unless that has begun already. */
  static synchronized KernelStart begin() {
    if (current == null) {
      current = new KernelStart();
    }
    return current;
  }

  /** Whether the jsii runtime has to unpack CDKTF's libraries first. */
  static boolean isFirst() {
    return !SlimBindings.areUsed() && !Files.isDirectory(packageCache().resolve("@cdktf"));
  }

  private static Path packageCache() {
    String given = System.getenv("JSII_RUNTIME_PACKAGE_CACHE_ROOT");
    if (given != null) {
      return Path.of(given);
    }
    String home = System.getProperty("user.home", "");
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    Path caches =
        mac
            ? Path.of(home, "Library", "Caches", "com.amazonaws.jsii")
            : Path.of(home, ".cache", "aws", "jsii");
    return caches.resolve("package-cache");
  }

  private void load() {
    try {
      if (QuickKernel.start() == QuickKernel.Start.ONE_PROCESS) {
        NodeJs.require();
      } else {
        version = NodeJs.ask();
      }
      JsiiEngine.getInstance().loadModule($Module.class);
    } catch (RuntimeException | Error e) {
      failure = e;
    } catch (MissingEnvironmentException e) {
      failure = e;
    }
  }

  /**
   * Waits until it has started.
   *
   * @throws MissingEnvironmentException if Node.js is missing, too old or broken
   */
  synchronized void await() throws MissingEnvironmentException {
    try {
      thread.join(PATIENCE.toMillis());
      if (thread.isAlive()) {
        forget();
        throw new MissingEnvironmentException(
            "Node.js has not started CDKTF within "
                + PATIENCE.toSeconds()
                + " seconds; try `"
                + NodeJs.command()
                + " --version`");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MissingEnvironmentException("interrupted while starting Node.js");
    }
    if (failure != null) {
      forget();
    }
    if (failure instanceof MissingEnvironmentException missing) {
      throw missing;
    }
    // What an old or a broken node does to the kernel is not understood; its version is.
    if (failure != null && version == null) {
      version = NodeJs.ask();
    }
    if (version != null) {
      version.require();
      version = null;
    }
    if (failure != null) {
      throw new MissingEnvironmentException(
          "Node.js does not start CDKTF: "
              + firstLine(failure)
              + "; try `"
              + NodeJs.command()
              + " --version`, and if that is well, remove "
              + packageCache()
              + ", where CDKTF's libraries are unpacked: they may be damaged");
    }
  }

  /** The next one to ask for it tries again. */
  private static synchronized void forget() {
    current = null;
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
