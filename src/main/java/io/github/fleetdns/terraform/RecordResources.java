package io.github.fleetdns.terraform;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordAlias;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordConfig;
import io.github.fleetdns.zone.AliasServices;
import io.github.fleetdns.zone.AliasTarget;
import io.github.fleetdns.zone.Content;
import io.github.fleetdns.zone.HostedZone;
import io.github.fleetdns.zone.RecordSet;
import io.github.fleetdns.zone.RecordType;
import io.github.fleetdns.zone.Routing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * The {@code aws_route53_record} resources of a zone.
 *
 * <p>Terraform creates what does not depend on each other at the same time, and Route 53 refuses an
 * alias whose target does not exist (route53.md#r42): an alias depends on every record set of its
 * target.
 */
final class RecordResources {
  private final Construct scope;
  private final HostedZone zone;
  private final Map<String, String> healthCheckIds;
  private final CidrResources collections;
  private final TargetLookups lookups;
  private final RecordWriter writer;
  private final String zoneId;

  /** Whether the record sets exist, and are taken over as they are. */
  private final boolean existing;

  private final Map<RecordSet.Group, List<RecordSet>> groups = new LinkedHashMap<>();
  private final Map<RecordSet.Group, List<String>> created = new HashMap<>();

  RecordResources(
      Construct scope,
      HostedZone zone,
      ZoneHandle handle,
      Map<String, String> healthCheckIds,
      CidrResources collections,
      TargetLookups lookups,
      RecordWriter writer,
      boolean existing) {
    this.scope = scope;
    this.zone = zone;
    this.healthCheckIds = healthCheckIds;
    this.collections = collections;
    this.lookups = lookups;
    this.writer = writer;
    this.existing = existing;
    this.zoneId = writer.zoneId(handle);
  }

  void create() {
    zone.recordSets()
        .forEach(set -> groups.computeIfAbsent(set.group(), g -> new ArrayList<>()).add(set));
    groups.keySet().forEach(this::create);
    writer.finish();
  }

  /**
   * Creates a group after those that its aliases point at; the rules have refused loops. Gives the
   * names of its resources.
   */
  private List<String> create(RecordSet.Group group) {
    List<String> done = created.get(group);
    if (done != null) {
      return done;
    }
    List<String> names = new ArrayList<>();
    for (RecordSet set : groups.getOrDefault(group, List.of())) {
      names.add(create(set));
    }
    created.put(group, names);
    return names;
  }

  private String create(RecordSet set) {
    Route53RecordConfig.Builder config =
        Route53RecordConfig.builder()
            .zoneId(zoneId)
            .name(TerraformText.literal(set.name().toString()))
            .type(set.type().name());
    List<String> dependsOn = List.of();
    if (set.content() instanceof Content.Values values) {
      config.ttl(values.ttl()).records(TerraformText.records(set));
    } else {
      dependsOn = alias(config, set, (Content.Alias) set.content());
    }
    if (existsAlready(set)) {
      config.allowOverwrite(true);
    }
    String name = ResourceNames.of(set, zone.name());
    Map<String, Object> more = new LinkedHashMap<>();
    if (set.alias().map(Content.Alias::target).orElse(null)
            instanceof AliasTarget.AwsResource target
        && AliasServices.of(target.dnsName(), target.hostedZoneId()) != target.service()) {
      more.putAll(ReadingMark.argument(Map.of("service", target.service().name())));
    }
    set.routing().ifPresent(routing -> more.putAll(routing(config, routing)));
    if (more.containsKey(Policies.GEOPROXIMITY)) {
      AwsProviders.require(TerraformStack.of(scope), AwsProviders.GEOPROXIMITY_VERSIONS);
    }
    writer.add(name, config, dependsOn, more);
    return name;
  }

  /** Makes it an alias; gives the names of the resources that it depends on. */
  private List<String> alias(
      Route53RecordConfig.Builder config, RecordSet set, Content.Alias alias) {
    Route53RecordAlias.Builder block =
        Route53RecordAlias.builder().evaluateTargetHealth(alias.evaluateTargetHealth());
    List<String> dependsOn =
        alias
            .target()
            .match(
                target -> {
                  block.name(TerraformText.literal(target.name().toString())).zoneId(zoneId);
                  return create(new RecordSet.Group(target.name(), set.type()));
                },
                resource -> {
                  block
                      .name(TerraformText.literal(resource.dnsName()))
                      .zoneId(TerraformText.literal(resource.hostedZoneId()));
                  return List.of();
                },
                balancer -> {
                  TargetLookups.Found found = lookups.find(balancer);
                  block.name(found.dnsName()).zoneId(found.hostedZoneId());
                  return List.of();
                },
                reference -> {
                  // Expressions of the user's: escaping would make texts of them.
                  block.name(reference.dnsName()).zoneId(reference.hostedZoneId());
                  return List.of();
                });
    config.alias(block.build());
    return dependsOn;
  }

  /** Adds the policy; gives arguments that the bindings do not have. */
  private Map<String, Object> routing(Route53RecordConfig.Builder config, Routing routing) {
    config.setIdentifier(TerraformText.literal(routing.setIdentifier()));
    routing
        .healthCheck()
        .ifPresent(check -> config.healthCheckId(healthCheckIds.getOrDefault(check, check)));
    return Policies.add(config, routing.policy(), collections, existing);
  }

  /** Route 53 makes the NS and SOA records at the apex itself, so creating them is overwriting. */
  private boolean existsAlready(RecordSet set) {
    return !existing
        && set.name().equals(zone.name())
        && (set.type() == RecordType.NS || set.type() == RecordType.SOA);
  }
}
