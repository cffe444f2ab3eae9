/**
 * What users read: tables, summaries, JSON.
 *
 * <p>May use everything but {@code cli}. Decides nothing; writes to no file.
 */
@NullMarked
package io.github.fleetdns.report;

import org.jspecify.annotations.NullMarked;
