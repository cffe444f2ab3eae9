package io.github.fleetdns.terraform.read;

import io.github.fleetdns.problem.Location;

/**
 * The Terraform resource that a part of a zone was read from.
 *
 * @param address its address, such as {@code module.dns.aws_route53_record.api["eu"]}
 * @param location where the input has it
 * @param resolved whether everything about it is known; otherwise a problem says what is not, and a
 *     value stands as the expression that Terraform has yet to evaluate
 */
public record Source(String address, Location location, boolean resolved) {}
