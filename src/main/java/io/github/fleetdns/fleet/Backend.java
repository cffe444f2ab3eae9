package io.github.fleetdns.fleet;

import java.util.List;
import java.util.Optional;

/** Where Terraform keeps its state. */
public sealed interface Backend {

  /**
   * A file on this machine.
   *
   * @param path the file, relative to the stack's folder; {@code terraform.<fleet>.tfstate} there
   *     if empty
   */
  record Local(Optional<String> path) implements Backend {
    /** The default file. */
    public static final Local DEFAULT = new Local(Optional.empty());
  }

  /**
   * A Terraform Cloud (HCP Terraform) workspace.
   *
   * @param hostname the host of a Terraform Enterprise installation; app.terraform.io if empty
   * @param organization the organization
   * @param workspaces which workspace
   */
  record Cloud(Optional<String> hostname, String organization, Workspaces workspaces)
      implements Backend {}

  /**
   * An object in an S3 bucket.
   *
   * @param bucket the bucket
   * @param key the object; {@code <fleet>/terraform.tfstate} if empty
   * @param region the bucket's region
   * @param encrypt whether the object is encrypted at rest; true unless said otherwise
   * @param profile the named profile that may read and write it
   * @param dynamodbTable the table that holds the lock
   * @param useLockfile whether a lock file beside the object holds the lock (Terraform 1.10+)
   */
  record S3(
      String bucket,
      Optional<String> key,
      String region,
      boolean encrypt,
      Optional<String> profile,
      Optional<String> dynamodbTable,
      boolean useLockfile)
      implements Backend {}

  /**
   * The "remote" backend, the way to Terraform Cloud before 1.1.
   *
   * @param hostname the host; app.terraform.io if empty
   * @param organization the organization
   * @param workspaces which workspace
   */
  record Remote(Optional<String> hostname, String organization, Workspaces workspaces)
      implements Backend {}

  /** Which workspaces of an organization a configuration works with. */
  sealed interface Workspaces {
    /** One workspace, by name. */
    record Named(String name) implements Workspaces {}

    /** Every workspace with all of these tags ({@link Cloud} only). */
    record Tagged(List<String> tags) implements Workspaces {
      /** Copies the tags. */
      public Tagged {
        tags = List.copyOf(tags);
      }
    }

    /** Every workspace whose name begins so ({@link Remote} only). */
    record Prefixed(String prefix) implements Workspaces {}
  }
}
