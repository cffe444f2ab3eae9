package io.github.fleetdns.report;

import java.util.ArrayList;
import java.util.List;

/** Moves pins on a map apart until none hides another. */
final class MapPins {
  private static final double DISTANCE = 92;
  private static final int ROUNDS = 300;

  private MapPins() {}

  /**
   * Positions near the given ones, in their order, that are as far from each other as pins are
   * wide.
   */
  static List<WorldMap.Position> apart(List<WorldMap.Position> pins) {
    double[][] at = new double[pins.size()][];
    for (int i = 0; i < at.length; i++) {
      // Pins at one place need a direction to part in.
      at[i] = new double[] {pins.get(i).x() + Math.cos(i) / 8, pins.get(i).y() + Math.sin(i) / 8};
    }
    boolean moved = true;
    for (int round = 0; moved && round < ROUNDS; round++) {
      moved = false;
      for (int i = 0; i < at.length; i++) {
        for (int j = i + 1; j < at.length; j++) {
          moved |= part(at[i], at[j]);
        }
      }
    }
    List<WorldMap.Position> apart = new ArrayList<>();
    for (double[] pin : at) {
      apart.add(new WorldMap.Position(Math.round(pin[0]), Math.round(pin[1])));
    }
    return apart;
  }

  private static boolean part(double[] a, double[] b) {
    double dx = b[0] - a[0];
    double dy = b[1] - a[1];
    double distance = Math.hypot(dx, dy);
    if (distance >= DISTANCE - 0.5) {
      return false;
    }
    double push = (DISTANCE - distance) / 2 / Math.max(distance, 1e-9);
    a[0] -= dx * push;
    a[1] -= dy * push;
    b[0] += dx * push;
    b[1] += dy * push;
    return true;
  }
}
