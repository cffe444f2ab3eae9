package io.github.fleetdns.zone;

import java.util.List;

/**
 * Where Route 53's health checkers are.
 *
 * <p>Source: Route 53 API, {@code HealthCheckRegion}. Last looked at: 2026-11-23.
 */
public final class CheckerRegions {
  /** The regions, as the API lists them. */
  public static final List<String> ALL =
      List.of(
          "us-east-1",
          "us-west-1",
          "us-west-2",
          "eu-west-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "ap-northeast-1",
          "sa-east-1");

  /** How many regions a check has at least, if it names any. */
  public static final int LEAST = 3;

  private CheckerRegions() {}
}
