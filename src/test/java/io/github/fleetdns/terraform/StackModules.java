package io.github.fleetdns.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.fleet.Provider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Synthesized stacks as the modules of one Terraform configuration: terraform starts a provider
 * once for all of them, which is most of what it does with a small stack. A module is the stack as
 * it was written, but for what only a root may or should have: a backend, and the settings of
 * providers, which a module gets by their region.
 */
final class StackModules {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path out;
  private final ObjectNode modules = JSON.createObjectNode();
  private final Set<String> regions = new TreeSet<>();

  private StackModules(Path out) {
    this.out = out;
  }

  /** Whether the providers of a fleet's stack have no settings but their regions. */
  static boolean suits(Fleet fleet) {
    Provider provider = fleet.provider();
    return provider.profile().isEmpty()
        && provider.assumeRole().isEmpty()
        && provider.defaultTags().isEmpty()
        && provider.endpoint().isEmpty();
  }

  /** Makes a configuration of the fleets that were synthesized into a directory. */
  static Terraform of(List<Fleet> fleets, Path out) throws IOException {
    StackModules all = new StackModules(out);
    for (Fleet fleet : fleets) {
      all.add(fleet);
    }
    JSON.writerWithDefaultPrettyPrinter()
        .writeValue(out.resolve("main.tf.json").toFile(), Map.of("module", all.modules));
    return Terraform.in(out, all.regions);
  }

  private void add(Fleet fleet) throws IOException {
    Path stack = Synthesizer.stackDirectory(out, fleet).resolve("cdk.tf.json");
    ObjectNode json = (ObjectNode) JSON.readTree(stack.toFile());
    ObjectNode terraform = (ObjectNode) json.get("terraform");
    terraform.remove("backend");
    ArrayNode aliases =
        ((ObjectNode) terraform.at("/required_providers/aws")).putArray("configuration_aliases");

    ObjectNode module = modules.putObject(fleet.name());
    module.put("source", "./" + out.relativize(stack.getParent()));
    ObjectNode providers = module.putObject("providers");
    for (JsonNode provider : json.remove("provider").get("aws")) {
      String region = provider.get("region").asText();
      regions.add(region);
      String name = provider.has("alias") ? "aws." + provider.get("alias").asText() : "aws";
      providers.put(name, "aws." + region);
      if (provider.has("alias")) {
        aliases.add(name);
      }
    }
    JSON.writerWithDefaultPrettyPrinter().writeValue(stack.toFile(), json);
  }
}
