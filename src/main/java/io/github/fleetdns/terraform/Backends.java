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
    Backend backend = fleet.backend();
    if (backend instanceof Backend.Local local) {
      // Without a path, CDKTF would write the absolute one of this machine.
      String path = local.path().orElse("terraform." + fleet.name() + ".tfstate");
      new LocalBackend(stack, LocalBackendConfig.builder().path(path).build());
    } else if (backend instanceof Backend.Cloud cloud) {
      CloudBackendConfig.Builder config =
          CloudBackendConfig.builder().organization(cloud.organization());
      cloudWorkspaces(config, cloud.workspaces());
      cloud.hostname().ifPresent(config::hostname);
      new CloudBackend(stack, config.build());
    } else if (backend instanceof Backend.Remote remote) {
      RemoteBackendConfig.Builder config =
          RemoteBackendConfig.builder()
              .organization(remote.organization())
              .workspaces(remoteWorkspaces(remote.workspaces()));
      remote.hostname().ifPresent(config::hostname);
      new RemoteBackend(stack, config.build());
    } else if (backend instanceof Backend.S3 s3) {
      s3(stack, fleet, s3);
    }
  }

  private static void s3(TerraformStack stack, Fleet fleet, Backend.S3 s3) {
    S3BackendConfig.Builder config =
        S3BackendConfig.builder()
            .bucket(s3.bucket())
            .key(s3.key().orElse(fleet.name() + "/terraform.tfstate"))
            .region(s3.region())
            .encrypt(s3.encrypt());
    s3.profile().ifPresent(config::profile);
    s3.dynamodbTable().ifPresent(config::dynamodbTable);
    new S3Backend(stack, config.build());
    if (s3.useLockfile()) {
      // Newer than the bindings.
      stack.addOverride("terraform.backend.s3.use_lockfile", true);
    }
  }

  private static void cloudWorkspaces(
      CloudBackendConfig.Builder config, Backend.Workspaces workspaces) {
    if (workspaces instanceof Backend.Workspaces.Named named) {
      config.workspaces(new NamedCloudWorkspace(named.name()));
    } else if (workspaces instanceof Backend.Workspaces.Tagged tagged) {
      config.workspaces(new TaggedCloudWorkspaces(tagged.tags()));
    } else {
      throw new IllegalArgumentException("the cloud backend has no workspace prefix");
    }
  }

  private static IRemoteWorkspace remoteWorkspaces(Backend.Workspaces workspaces) {
    if (workspaces instanceof Backend.Workspaces.Named named) {
      return new NamedRemoteWorkspace(named.name());
    }
    if (workspaces instanceof Backend.Workspaces.Prefixed prefixed) {
      return new PrefixedRemoteWorkspaces(prefixed.prefix());
    }
    throw new IllegalArgumentException("the remote backend has no workspace tags");
  }
}
