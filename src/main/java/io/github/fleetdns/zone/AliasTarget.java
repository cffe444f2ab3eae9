package io.github.fleetdns.zone;

import java.util.Optional;
import java.util.function.Function;

/**
 * What an alias record set points at.
 *
 * <p>What it is called, how it is shown and which service it belongs to is said here, once.
 */
public sealed interface AliasTarget {

  /** The AWS service of the target; empty for record sets of the same zone. */
  Optional<AwsService> awsService();

  /** What people are shown. */
  String title();

  /**
   * The name that people call it by: a DNS name, the name that Terraform looks up, or a Terraform
   * expression.
   */
  String handle();

  /**
   * Whether people mean it by a name: its {@link #handle()}, of a DNS name in any spelling and with
   * or without {@code dualstack.}, of an expression with or without <code>${…}</code>.
   */
  boolean isCalled(String name);

  /** What is made of the kind of target that this is. */
  <T> T match(
      Function<SameZone, T> sameZone,
      Function<AwsResource, T> resource,
      Function<LookedUpLoadBalancer, T> lookedUp,
      Function<Reference, T> reference);

  /**
   * The record sets of the alias's own type at another name of the zone.
   *
   * @param name the name
   */
  record SameZone(DomainName name) implements AliasTarget {
    @Override
    public Optional<AwsService> awsService() {
      return Optional.empty();
    }

    @Override
    public String title() {
      return name.toString();
    }

    @Override
    public String handle() {
      return name.toString();
    }

    @Override
    public boolean isCalled(String called) {
      return DomainName.spelled(called).equals(name.toString());
    }

    @Override
    public <T> T match(
        Function<SameZone, T> sameZone,
        Function<AwsResource, T> resource,
        Function<LookedUpLoadBalancer, T> lookedUp,
        Function<Reference, T> reference) {
      return sameZone.apply(this);
    }
  }

  /**
   * An AWS resource that Route 53 knows the addresses of.
   *
   * @param service the service it belongs to
   * @param dnsName its DNS name, as {@link DomainName#spelled} spells it, so that targets of equal
   *     names are equal; kept as it is if it has a Terraform expression
   * @param hostedZoneId the hosted zone id that AWS publishes for it
   */
  record AwsResource(AwsService service, String dnsName, String hostedZoneId)
      implements AliasTarget {
    private static final String DUAL_STACK = "dualstack.";

    /** Spells the name. */
    public AwsResource {
      dnsName = dnsName.contains("${") ? dnsName : DomainName.spelled(dnsName);
    }

    @Override
    public Optional<AwsService> awsService() {
      return Optional.of(service);
    }

    @Override
    public String title() {
      return dnsName;
    }

    @Override
    public String handle() {
      return dnsName;
    }

    @Override
    public boolean isCalled(String called) {
      return single(DomainName.spelled(dnsName)).equals(single(DomainName.spelled(called)));
    }

    private static String single(String name) {
      return name.startsWith(DUAL_STACK) ? name.substring(DUAL_STACK.length()) : name;
    }

    @Override
    public <T> T match(
        Function<SameZone, T> sameZone,
        Function<AwsResource, T> resource,
        Function<LookedUpLoadBalancer, T> lookedUp,
        Function<Reference, T> reference) {
      return resource.apply(this);
    }
  }

  /**
   * A load balancer whose DNS name and hosted zone Terraform looks up when it plans.
   *
   * @param name the load balancer's name
   * @param region the AWS region it is in
   */
  record LookedUpLoadBalancer(String name, String region) implements AliasTarget {
    @Override
    public Optional<AwsService> awsService() {
      return Optional.of(AwsService.LOAD_BALANCER);
    }

    @Override
    public String title() {
      return "load balancer " + name + " in " + region;
    }

    @Override
    public String handle() {
      return name;
    }

    @Override
    public boolean isCalled(String called) {
      return name.equalsIgnoreCase(called);
    }

    @Override
    public <T> T match(
        Function<SameZone, T> sameZone,
        Function<AwsResource, T> resource,
        Function<LookedUpLoadBalancer, T> lookedUp,
        Function<Reference, T> reference) {
      return lookedUp.apply(this);
    }
  }

  /**
   * An AWS resource of the same Terraform configuration.
   *
   * @param service the service it belongs to
   * @param dnsName a Terraform expression for its DNS name
   * @param hostedZoneId a Terraform expression for its hosted zone id
   */
  record Reference(AwsService service, String dnsName, String hostedZoneId) implements AliasTarget {
    @Override
    public Optional<AwsService> awsService() {
      return Optional.of(service);
    }

    @Override
    public String title() {
      return dnsName;
    }

    @Override
    public String handle() {
      return dnsName;
    }

    @Override
    public boolean isCalled(String called) {
      return bare(dnsName).equals(bare(called));
    }

    private static String bare(String expression) {
      return expression.startsWith("${") && expression.endsWith("}")
          ? expression.substring(2, expression.length() - 1)
          : expression;
    }

    @Override
    public <T> T match(
        Function<SameZone, T> sameZone,
        Function<AwsResource, T> resource,
        Function<LookedUpLoadBalancer, T> lookedUp,
        Function<Reference, T> reference) {
      return reference.apply(this);
    }
  }
}
