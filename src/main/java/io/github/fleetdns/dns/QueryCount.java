package io.github.fleetdns.dns;

/**
 * How often a question got an answer.
 *
 * @param name the name in lower case, or a group of names in parentheses
 * @param type the record type
 * @param answer the values, or what kind of answer it was, in words
 * @param count how often
 */
public record QueryCount(String name, String type, String answer, long count) {}
