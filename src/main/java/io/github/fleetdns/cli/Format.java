package io.github.fleetdns.cli;

/** The form of what a command prints on standard output. */
enum Format {
  /** For people. */
  text,
  /** For programs. */
  json
}
