package io.github.fleetdns.config;

import io.github.fleetdns.fleet.Backend;
import java.util.Optional;

/** Where a fleet file wants Terraform's state to be. */
final class BackendReader {
  private BackendReader() {}

  /** The backend; the default one for what the schema does not accept. */
  static Backend read(Optional<YamlNode> node) {
    if (node.isEmpty()) {
      return Backend.Local.DEFAULT;
    }
    YamlFields kinds = YamlFields.of(node.get());
    Optional<Backend> backend = Optional.empty();
    for (YamlNode.Entry kind : kinds.entries()) {
      YamlFields fields = YamlFields.of(kind.value());
      backend =
          switch (kind.key()) {
            case "local" -> Optional.of(new Backend.Local(fields.text("path")));
            case "cloud" -> cloud(fields);
            case "s3" -> s3(fields);
            case "remote" -> remote(fields);
            default -> backend;
          };
    }
    return backend.orElse(Backend.Local.DEFAULT);
  }

  private static Optional<Backend> cloud(YamlFields fields) {
    YamlFields workspaces = fields.map("workspaces");
    Optional<Backend.Workspaces> which =
        named(workspaces)
            .or(
                () ->
                    workspaces
                        .get("tags")
                        .map(
                            tags ->
                                new Backend.Workspaces.Tagged(
                                    YamlFields.texts(tags).stream()
                                        .map(YamlNode.Scalar::text)
                                        .toList())));
    return fields
        .text("organization")
        .flatMap(
            organization ->
                which.map(w -> new Backend.Cloud(fields.text("hostname"), organization, w)));
  }

  private static Optional<Backend> remote(YamlFields fields) {
    YamlFields workspaces = fields.map("workspaces");
    Optional<Backend.Workspaces> which =
        named(workspaces).or(() -> workspaces.text("prefix").map(Backend.Workspaces.Prefixed::new));
    return fields
        .text("organization")
        .flatMap(
            organization ->
                which.map(w -> new Backend.Remote(fields.text("hostname"), organization, w)));
  }

  private static Optional<Backend.Workspaces> named(YamlFields workspaces) {
    return workspaces.text("name").map(Backend.Workspaces.Named::new);
  }

  private static Optional<Backend> s3(YamlFields fields) {
    return fields
        .text("bucket")
        .flatMap(
            bucket ->
                fields
                    .text("region")
                    .map(
                        region ->
                            new Backend.S3(
                                bucket,
                                fields.text("key"),
                                region,
                                fields.truth("encrypt").orElse(true),
                                fields.text("profile"),
                                fields.text("dynamodb-table"),
                                fields.truth("use-lockfile").orElse(false))));
  }
}
