package io.github.fleetdns.fleet;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where Terraform keeps its state. */
public sealed interface Backend {

  /** What is made of the kind of backend that this is. */
  <T> T match(
      Function<Local, T> local,
      Function<Cloud, T> cloud,
      Function<S3, T> s3,
      Function<Remote, T> remote);

  /**
   * A file on this machine.
   *
   * @param path the file, relative to the stack's folder; {@code terraform.<fleet>.tfstate} there
   *     if empty
   */
  record Local(Optional<String> path) implements Backend {
    /** The default file. */
    public static final Local DEFAULT = new Local(Optional.empty());

    @Override
    public <T> T match(
        Function<Local, T> local,
        Function<Cloud, T> cloud,
        Function<S3, T> s3,
        Function<Remote, T> remote) {
      return local.apply(this);
    }
  }

  /**
   * A Terraform Cloud (HCP Terraform) workspace.
   *
   * @param hostname the host of a Terraform Enterprise installation; app.terraform.io if empty
   * @param organization the organization
   * @param workspaces which workspace
   */
  record Cloud(Optional<String> hostname, String organization, Workspaces workspaces)
      implements Backend {
    @Override
    public <T> T match(
        Function<Local, T> local,
        Function<Cloud, T> cloud,
        Function<S3, T> s3,
        Function<Remote, T> remote) {
      return cloud.apply(this);
    }
  }

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
      implements Backend {
    @Override
    public <T> T match(
        Function<Local, T> local,
        Function<Cloud, T> cloud,
        Function<S3, T> s3,
        Function<Remote, T> remote) {
      return s3.apply(this);
    }
  }

  /**
   * The "remote" backend, the way to Terraform Cloud before 1.1.
   *
   * @param hostname the host; app.terraform.io if empty
   * @param organization the organization
   * @param workspaces which workspace
   */
  record Remote(Optional<String> hostname, String organization, Workspaces workspaces)
      implements Backend {
    @Override
    public <T> T match(
        Function<Local, T> local,
        Function<Cloud, T> cloud,
        Function<S3, T> s3,
        Function<Remote, T> remote) {
      return remote.apply(this);
    }
  }

  /** Which workspaces of an organization a configuration works with. */
  sealed interface Workspaces {

    /** What is made of the kind of workspaces that these are. */
    <T> T match(
        Function<Named, T> named, Function<Tagged, T> tagged, Function<Prefixed, T> prefixed);

    /** One workspace, by name. */
    record Named(String name) implements Workspaces {
      @Override
      public <T> T match(
          Function<Named, T> named, Function<Tagged, T> tagged, Function<Prefixed, T> prefixed) {
        return named.apply(this);
      }
    }

    /** Every workspace with all of these tags ({@link Cloud} only). */
    record Tagged(List<String> tags) implements Workspaces {
      /** Copies the tags. */
      public Tagged {
        tags = List.copyOf(tags);
      }

      @Override
      public <T> T match(
          Function<Named, T> named, Function<Tagged, T> tagged, Function<Prefixed, T> prefixed) {
        return tagged.apply(this);
      }
    }

    /** Every workspace whose name begins so ({@link Remote} only). */
    record Prefixed(String prefix) implements Workspaces {
      @Override
      public <T> T match(
          Function<Named, T> named, Function<Tagged, T> tagged, Function<Prefixed, T> prefixed) {
        return prefixed.apply(this);
      }
    }
  }
}
