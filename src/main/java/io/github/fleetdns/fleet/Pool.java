package io.github.fleetdns.fleet;

/**
 * A route with a name, to be used in several places; compiled once.
 *
 * @param name its name, one DNS label
 * @param route where it leads
 */
public record Pool(String name, Route route) {}
