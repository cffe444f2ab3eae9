/**
 * The command line: commands, options, exit codes. {@code System.exit} is called here and nowhere
 * else; data goes to standard output, messages to standard error.
 */
@NullMarked
package io.github.fleetdns.cli;

import org.jspecify.annotations.NullMarked;
