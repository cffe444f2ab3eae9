/**
 * The inverse of {@code compile}: a hosted zone → the fleet that a person would write for it.
 *
 * <p>Trees of aliases become services, pools and routes where compiling those gives the same record
 * sets again; whatever does not stays as Route 53 holds it. Uses {@code fleet}, {@code compile} and
 * {@code zone}; a property holds it to {@code compile}.
 */
@NullMarked
package io.github.fleetdns.adopt;

import org.jspecify.annotations.NullMarked;
