package io.github.fleetdns.terraform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hashicorp.cdktf.IPostProcessor;
import com.hashicorp.cdktf.IResolvable;
import com.hashicorp.cdktf.IResolveContext;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordAlias;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordCidrRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordConfig;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordFailoverRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordGeolocationRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordLatencyRoutingPolicy;
import com.hashicorp.cdktf.providers.aws.route53_record.Route53RecordWeightedRoutingPolicy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Records as one map, which CDKTF gets in a single call and puts into the stack as it is: what the
 * constructs would be synthesized to, for those record resources that {@link RecordResources}
 * configures.
 */
final class RecordMap implements RecordWriter {
  private static final String TYPE = "aws_route53_record";
  private static final String TOKEN = "TfToken[";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TerraformStack stack;
  private final String path;
  private final Map<String, Object> records = new LinkedHashMap<>();

  /** For records directly in a stack. */
  RecordMap(TerraformStack stack) {
    this.stack = stack;
    this.path = stack.getNode().getPath();
  }

  /** As text: a token for it would have to be resolved again in every record. */
  @Override
  public String zoneId(ZoneHandle zone) {
    String type = zone.created().isPresent() ? "aws_route53_zone" : "data.aws_route53_zone";
    return "${" + type + "." + ResourceNames.ZONE + ".zone_id}";
  }

  @Override
  public void add(
      String name,
      Route53RecordConfig.Builder config,
      List<String> dependsOn,
      Map<String, Object> more) {
    Map<String, Object> json = json(config.build());
    if (!dependsOn.isEmpty()) {
      json.put("depends_on", dependsOn.stream().map(other -> TYPE + "." + other).toList());
    }
    json.putAll(more);
    json.put("//", Map.of("metadata", Map.of("path", path + "/" + name, "uniqueId", name)));
    records.put(name, json);
  }

  @Override
  public void finish() {
    if (records.isEmpty()) {
      return;
    }
    boolean others = stack.getNode().tryFindChild(DelegationResources.ID) != null;
    if (!others) {
      stack.addOverride("resource." + TYPE, new Ready());
    } else {
      // Not at "resource.aws_route53_record": the kernel renders the upper levels of what it is
      // given for a log that nobody reads, and 10,000 names are better left out of it.
      stack.addOverride("resource", Map.of(TYPE, records));
    }
  }

  /**
   * A token whose value is all the records: when CDKTF synthesizes it asks for it, once, and takes
   * what the post-processor gives as it is. What is given otherwise it searches for tokens, text by
   * text, which of 10,000 records takes longer than all the rest of the synthesis; here only the
   * texts that have some go through its hands.
   */
  private final class Ready implements IResolvable, IPostProcessor {
    private Object resolved = Map.of();

    @Override
    public List<String> getCreationStack() {
      return List.of();
    }

    @Override
    public Object resolve(IResolveContext context) {
      resolved = withoutTokens(context);
      context.registerPostProcessor(this);
      return "";
    }

    @Override
    public Object postProcess(Object input, IResolveContext context) {
      return JSON.valueToTree(resolved);
    }
  }

  private Object withoutTokens(IResolveContext context) {
    Set<String> texts = new LinkedHashSet<>();
    replaceTexts(
        records,
        text -> {
          if (text.contains(TOKEN)) {
            texts.add(text);
          }
          return text;
        });
    if (texts.isEmpty()) {
      return records;
    }
    List<String> given = List.copyOf(texts);
    List<?> values = (List<?>) context.resolve(given);
    Map<String, String> byText = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      byText.put(given.get(i), String.valueOf(values.get(i)));
    }
    return replaceTexts(records, text -> byText.getOrDefault(text, text));
  }

  /** A copy of a tree with other texts. */
  private static Object replaceTexts(Object tree, UnaryOperator<String> replacement) {
    if (tree instanceof String text) {
      return replacement.apply(text);
    }
    if (tree instanceof List<?> list) {
      return list.stream().map(item -> replaceTexts(item, replacement)).toList();
    }
    if (tree instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put(key, replaceTexts(value, replacement)));
      return copy;
    }
    return tree;
  }

  private static Map<String, Object> json(Route53RecordConfig config) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", config.getName());
    json.put("type", config.getType());
    json.put("zone_id", config.getZoneId());
    put(json, "ttl", config.getTtl());
    put(json, "records", config.getRecords());
    put(json, "alias", block(config.getAlias(), RecordMap::alias));
    put(json, "allow_overwrite", config.getAllowOverwrite());
    put(json, "set_identifier", config.getSetIdentifier());
    put(json, "health_check_id", config.getHealthCheckId());
    put(json, "multivalue_answer_routing_policy", config.getMultivalueAnswerRoutingPolicy());
    put(
        json,
        "weighted_routing_policy",
        block(config.getWeightedRoutingPolicy(), RecordMap::weighted));
    put(
        json,
        "latency_routing_policy",
        block(config.getLatencyRoutingPolicy(), RecordMap::latency));
    put(
        json,
        "failover_routing_policy",
        block(config.getFailoverRoutingPolicy(), RecordMap::failover));
    put(
        json,
        "geolocation_routing_policy",
        block(config.getGeolocationRoutingPolicy(), RecordMap::geolocation));
    put(json, "cidr_routing_policy", block(config.getCidrRoutingPolicy(), RecordMap::cidr));
    return json;
  }

  private static void put(Map<String, Object> json, String argument, @Nullable Object value) {
    if (value != null) {
      json.put(argument, value);
    }
  }

  private static <B> @Nullable Map<String, Object> block(
      @Nullable B block, Function<B, Map<String, Object>> json) {
    return block == null ? null : json.apply(block);
  }

  private static Map<String, Object> alias(Route53RecordAlias alias) {
    return Map.of(
        "name", alias.getName(),
        "zone_id", alias.getZoneId(),
        "evaluate_target_health", alias.getEvaluateTargetHealth());
  }

  private static Map<String, Object> weighted(Route53RecordWeightedRoutingPolicy policy) {
    return Map.of("weight", policy.getWeight());
  }

  private static Map<String, Object> latency(Route53RecordLatencyRoutingPolicy policy) {
    return Map.of("region", policy.getRegion());
  }

  private static Map<String, Object> failover(Route53RecordFailoverRoutingPolicy policy) {
    return Map.of("type", policy.getType());
  }

  private static Map<String, Object> geolocation(Route53RecordGeolocationRoutingPolicy policy) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "continent", policy.getContinent());
    put(json, "country", policy.getCountry());
    put(json, "subdivision", policy.getSubdivision());
    return json;
  }

  private static Map<String, Object> cidr(Route53RecordCidrRoutingPolicy policy) {
    return Map.of(
        "collection_id", policy.getCollectionId(), "location_name", policy.getLocationName());
  }
}
