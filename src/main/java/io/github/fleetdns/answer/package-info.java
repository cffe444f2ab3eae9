/**
 * Who gets which answer: a question, a client and what is down give the exact distribution of
 * answers, with the path that led there.
 *
 * <p>Uses {@code geo} and {@code zone}. Nothing is looked up and nothing is drawn at random: the
 * result follows from the zone alone. Where Route 53's behaviour is not documented, the answer says
 * so ({@link io.github.fleetdns.answer.Answer#unverified()}).
 */
@NullMarked
package io.github.fleetdns.answer;

import org.jspecify.annotations.NullMarked;
