package io.github.fleetdns.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hashicorp.cdktf.providers.aws.cloudwatch_dashboard.CloudwatchDashboard;
import com.hashicorp.cdktf.providers.aws.cloudwatch_dashboard.CloudwatchDashboardConfig;
import io.github.fleetdns.fleet.Fleet;
import io.github.fleetdns.zone.HealthCheck;
import io.github.fleetdns.zone.HostedZone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** A CloudWatch dashboard of the health checks and the query volume of a zone. */
final class DashboardResources {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WIDTH = 24;
  private static final int HEIGHT = 6;

  private DashboardResources() {}

  /** Creates the dashboard if the fleet asks for it. */
  static void create(
      Construct scope,
      Fleet fleet,
      HostedZone zone,
      String zoneId,
      Map<String, String> checkIds,
      RegionalProviders providers) {
    if (!fleet.monitoring().dashboard()) {
      return;
    }
    CloudwatchDashboardConfig.Builder config =
        CloudwatchDashboardConfig.builder()
            .dashboardName(fleet.name())
            .dashboardBody(body(zone, zoneId, checkIds));
    providers.in(RegionalProviders.ROUTE53).ifPresent(config::provider);
    new CloudwatchDashboard(scope, "dashboard", config.build());
  }

  private static String body(HostedZone zone, String zoneId, Map<String, String> checkIds) {
    List<List<Object>> status = new ArrayList<>();
    List<List<Object>> percentage = new ArrayList<>();
    zone.healthChecks()
        .forEach(
            (name, check) -> {
              String id = checkIds.getOrDefault(name, name);
              status.add(series(Route53Metrics.STATUS, Route53Metrics.CHECK, id, name));
              if (check instanceof HealthCheck.Endpoint) {
                percentage.add(series(Route53Metrics.PERCENTAGE, Route53Metrics.CHECK, id, name));
              }
            });
    List<Object> widgets = new ArrayList<>();
    if (!zone.isPrivate()) {
      String label = TerraformText.literal(zone.name().toString());
      widgets.add(
          widget(
              widgets.size(),
              "Queries per minute",
              "Sum",
              List.of(series(Route53Metrics.QUERIES, Route53Metrics.ZONE, zoneId, label))));
    }
    if (!status.isEmpty()) {
      widgets.add(widget(widgets.size(), "Health checks: 1 is healthy", "Minimum", status));
    }
    if (!percentage.isEmpty()) {
      widgets.add(
          widget(
              widgets.size(), "Checkers that find the server healthy, %", "Average", percentage));
    }
    try {
      return JSON.writeValueAsString(Map.of("widgets", widgets));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps, lists and texts are JSON", e);
    }
  }

  private static List<Object> series(String metric, String dimension, String id, String label) {
    return List.of(Route53Metrics.NAMESPACE, metric, dimension, id, Map.of("label", label));
  }

  private static Map<String, Object> widget(
      int row, String title, String statistic, List<List<Object>> metrics) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("title", title);
    properties.put("region", RegionalProviders.ROUTE53);
    properties.put("stat", statistic);
    properties.put("period", 60);
    properties.put("metrics", metrics);
    Map<String, Object> widget = new LinkedHashMap<>();
    widget.put("type", "metric");
    widget.put("x", 0);
    widget.put("y", row * HEIGHT);
    widget.put("width", WIDTH);
    widget.put("height", HEIGHT);
    widget.put("properties", properties);
    return widget;
  }
}
