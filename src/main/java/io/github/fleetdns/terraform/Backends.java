package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.CloudBackend;
import com.hashicorp.cdktf.CloudBackendConfig;
import com.hashicorp.cdktf.IRemoteWorkspace;
import com.hashicorp.cdktf.LocalBackend;
import com.hashicorp.cdktf.LocalBackendConfig;
import com.hashicorp.cdktf.NamedCloudWorkspace;
import com.hashicorp.cdktf.NamedRemoteWorkspace;
import com.hashicorp.cdktf.PrefixedRemoteWorkspaces;
import com.hashicorp.cdktf.RemoteBackend;
import com.hashicorp.cdktf.RemoteBackendConfig;
import com.hashicorp.cdktf.S3Backend;
import com.hashicorp.cdktf.S3BackendConfig;
import com.hashicorp.cdktf.TaggedCloudWorkspaces;
import com.hashicorp.cdktf.TerraformStack;
import io.github.fleetdns.fleet.Backend;
import io.github.fleetdns.fleet.Fleet;

/** The backend of a stack. */
final class Backends {
  private Backends() {}

  static void add(TerraformStack stack, Fleet fleet) {
    fleet
        .backend()
        .match(
            local -> {
              // Without a path, CDKTF would write the absolute one of this machine.
              String path = local.path().orElse("terraform." + fleet.name() + ".tfstate");
              return new LocalBackend(stack, LocalBackendConfig.builder().path(path).build());
            },
            cloud -> {
              CloudBackendConfig.Builder config =
                  CloudBackendConfig.builder().organization(cloud.organization());
              cloudWorkspaces(config, cloud.workspaces());
              cloud.hostname().ifPresent(config::hostname);
              return new CloudBackend(stack, config.build());
            },
            s3 -> s3(stack, fleet, s3),
            remote -> {
              RemoteBackendConfig.Builder config =
                  RemoteBackendConfig.builder()
                      .organization(remote.organization())
                      .workspaces(remoteWorkspaces(remote.workspaces()));
              remote.hostname().ifPresent(config::hostname);
              return new RemoteBackend(stack, config.build());
            });
  }

  private static S3Backend s3(TerraformStack stack, Fleet fleet, Backend.S3 s3) {
    S3BackendConfig.Builder config =
        S3BackendConfig.builder()
            .bucket(s3.bucket())
            .key(s3.key().orElse(fleet.name() + "/terraform.tfstate"))
            .region(s3.region())
            .encrypt(s3.encrypt());
    s3.profile().ifPresent(config::profile);
    s3.dynamodbTable().ifPresent(config::dynamodbTable);
    S3Backend backend = new S3Backend(stack, config.build());
    if (s3.useLockfile()) {
      // Newer than the bindings.
      stack.addOverride("terraform.backend.s3.use_lockfile", true);
    }
    return backend;
  }

  private static void cloudWorkspaces(
      CloudBackendConfig.Builder config, Backend.Workspaces workspaces) {
    workspaces.match(
        named -> config.workspaces(new NamedCloudWorkspace(named.name())),
        tagged -> config.workspaces(new TaggedCloudWorkspaces(tagged.tags())),
        prefixed -> {
          throw new IllegalArgumentException("the cloud backend has no workspace prefix");
        });
  }

  private static IRemoteWorkspace remoteWorkspaces(Backend.Workspaces workspaces) {
    return workspaces.match(
        named -> new NamedRemoteWorkspace(named.name()),
        tagged -> {
          throw new IllegalArgumentException("the remote backend has no workspace tags");
        },
        prefixed -> new PrefixedRemoteWorkspaces(prefixed.prefix()));
  }
}
