package io.github.fleetdns.report;

import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.terraform.StackResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The IAM policy with the least that deploying, changing and destroying a fleet's stack needs.
 *
 * <p>What the ids of new resources will be is not known beforehand: there the policy is held to the
 * resource's kind and region, and for records to the names of the zone. The state backend is not
 * part of it.
 */
public final class IamPolicy {
  private final Map<String, Statement> statements = new TreeMap<>();

  private IamPolicy() {}

  /**
   * The policy document of a fleet's stack, as a value of JSON.
   *
   * @param resources what the stack consists of
   * @param zoneId the id of the zone, if it is known and the fleet does not say it
   * @throws IllegalArgumentException if it has a resource whose permissions are not known here
   */
  public static Map<String, Object> of(
      Fleet fleet, List<StackResource> resources, Optional<String> zoneId) {
    IamPolicy policy = new IamPolicy();
    IamPermissions permissions = new IamPermissions(fleet, resources, zoneId, policy);
    resources.forEach(permissions::add);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Version", "2012-10-17");
    document.put("Statement", policy.statements());
    return document;
  }

  /** Allows actions on a resource; statements of one id have the same actions and conditions. */
  void allow(String id, String resource, String... actions) {
    allow(id, resource, Map.of(), actions);
  }

  /**
   * Allows actions on a resource under conditions.
   *
   * @param conditions values by operator and key, such as {@code StringEquals kms:KeySpec}
   */
  void allow(
      String id, String resource, Map<String, Collection<String>> conditions, String... actions) {
    Statement statement = statements.computeIfAbsent(id, i -> new Statement());
    statement.resources.add(resource);
    statement.actions.addAll(List.of(actions));
    conditions.forEach(
        (key, values) ->
            statement.conditions.computeIfAbsent(key, k -> new TreeSet<>()).addAll(values));
  }

  private List<Map<String, Object>> statements() {
    List<Map<String, Object>> list = new ArrayList<>();
    statements.forEach((id, statement) -> list.add(statement.json(id)));
    return list;
  }

  private static final class Statement {
    private final TreeSet<String> resources = new TreeSet<>();
    private final TreeSet<String> actions = new TreeSet<>();
    private final Map<String, TreeSet<String>> conditions = new TreeMap<>();

    Map<String, Object> json(String id) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("Sid", id);
      json.put("Effect", "Allow");
      json.put("Action", List.copyOf(actions));
      json.put("Resource", oneOrList(resources));
      if (!conditions.isEmpty()) {
        Map<String, Map<String, Object>> byOperator = new TreeMap<>();
        conditions.forEach(
            (key, values) -> {
              int space = key.indexOf(' ');
              byOperator
                  .computeIfAbsent(key.substring(0, space), operator -> new TreeMap<>())
                  .put(key.substring(space + 1), oneOrList(values));
            });
        json.put("Condition", byOperator);
      }
      return json;
    }

    private static Object oneOrList(SortedSet<String> values) {
      return values.size() == 1 ? values.first() : List.copyOf(values);
    }
  }
}
