package io.github.fleetdns.fleet;

import io.github.fleetdns.zone.AwsService;
import java.util.Optional;

/**
 * Something that an endpoint can be instead of a server: an AWS resource, or a record of the zone.
 */
public sealed interface AliasedResource {

  /**
   * Whether there is IPv6 unless the author says otherwise. True only where AWS switches it on by
   * itself (CloudFront) or the name shows it.
   */
  boolean ipv6ByDefault();

  /**
   * Whether the health of the resource counts unless the author says otherwise: where Route 53
   * knows of one. CloudFront must not have it, and for the rest AWS sees no benefit.
   */
  boolean evaluatesByDefault();

  /** What a visitor makes of this kind of resource. */
  <T> T accept(Visitor<T> visitor);

  /**
   * What is made of a resource, for every kind there is.
   *
   * @param <T> what is made of it
   */
  interface Visitor<T> {
    /** A load balancer by its DNS name. */
    T loadBalancer(LoadBalancer resource);

    /** A load balancer by its name. */
    T namedLoadBalancer(NamedLoadBalancer resource);

    /** A distribution. */
    T cloudFront(CloudFront resource);

    /** An accelerator. */
    T globalAccelerator(GlobalAccelerator resource);

    /** A custom domain. */
    T apiGateway(ApiGateway resource);

    /** A bucket. */
    T s3Website(S3Website resource);

    /** An interface endpoint. */
    T vpcEndpoint(VpcEndpoint resource);

    /** Another name of the zone. */
    T otherRecord(OtherRecord resource);

    /** A resource of the same configuration. */
    T reference(Reference resource);
  }

  /**
   * A load balancer by its DNS name.
   *
   * @param dnsName the DNS name, with or without {@code dualstack.} in front
   * @param hostedZoneId its hosted zone id
   */
  record LoadBalancer(String dnsName, String hostedZoneId) implements AliasedResource {
    @Override
    public boolean ipv6ByDefault() {
      return false;
    }

    @Override
    public boolean evaluatesByDefault() {
      return true;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.loadBalancer(this);
    }
  }

  /**
   * A load balancer that Terraform looks up by name.
   *
   * @param name its name
   * @param region the region it is in; the endpoint's if empty
   */
  record NamedLoadBalancer(String name, Optional<String> region) implements AliasedResource {
    @Override
    public boolean ipv6ByDefault() {
      return false;
    }

    @Override
    public boolean evaluatesByDefault() {
      return true;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.namedLoadBalancer(this);
    }
  }

  /**
   * A CloudFront distribution.
   *
   * @param dnsName its DNS name, such as d111111abcdef8.cloudfront.net
   */
  record CloudFront(String dnsName) implements AliasedResource {
    @Override
    public boolean ipv6ByDefault() {
      return true;
    }

    @Override
    public boolean evaluatesByDefault() {
      return false;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.cloudFront(this);
    }
  }

  /**
   * A Global Accelerator.
   *
   * @param dnsName its DNS name, such as a1234567890abcdef.awsglobalaccelerator.com
   */
  record GlobalAccelerator(String dnsName) implements AliasedResource {
    @Override
    public boolean ipv6ByDefault() {
      return dnsName.contains(".dualstack.");
    }

    @Override
    public boolean evaluatesByDefault() {
      return false;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.globalAccelerator(this);
    }
  }

  /**
   * A custom domain of API Gateway.
   *
   * @param dnsName its target domain name
   * @param hostedZoneId its hosted zone id
   */
  record ApiGateway(String dnsName, String hostedZoneId) implements AliasedResource {
    @Override
    public boolean ipv6ByDefault() {
      return false;
    }

    @Override
    public boolean evaluatesByDefault() {
      return false;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.apiGateway(this);
    }
  }

  /**
   * An S3 bucket that serves a website. S3 looks for a bucket that is called like the record.
   *
   * @param region the bucket's region; the endpoint's if empty
   * @param bucket the bucket's name, if it is to be compared with the record's
   * @param hostedZoneId the hosted zone id of the region's website endpoint; known if empty
   */
  record S3Website(Optional<String> region, Optional<String> bucket, Optional<String> hostedZoneId)
      implements AliasedResource {
    @Override
    public boolean ipv6ByDefault() {
      return false;
    }

    @Override
    public boolean evaluatesByDefault() {
      return false;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.s3Website(this);
    }
  }

  /**
   * A VPC interface endpoint.
   *
   * @param dnsName its DNS name
   * @param hostedZoneId its hosted zone id
   */
  record VpcEndpoint(String dnsName, String hostedZoneId) implements AliasedResource {
    @Override
    public boolean ipv6ByDefault() {
      return false;
    }

    @Override
    public boolean evaluatesByDefault() {
      return false;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.vpcEndpoint(this);
    }
  }

  /**
   * The address records of another name of the zone.
   *
   * @param name the name relative to the zone, {@code "@"} for the apex
   */
  record OtherRecord(String name) implements AliasedResource {
    @Override
    public boolean ipv6ByDefault() {
      return false;
    }

    @Override
    public boolean evaluatesByDefault() {
      return true;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.otherRecord(this);
    }
  }

  /**
   * A resource of the same Terraform configuration; fleet files cannot express it.
   *
   * @param service the service it belongs to
   * @param dnsName a Terraform expression for its DNS name, such as what {@code Lb.getDnsName()} of
   *     CDK for Terraform gives
   * @param hostedZoneId a Terraform expression for its hosted zone id
   */
  record Reference(AwsService service, String dnsName, String hostedZoneId)
      implements AliasedResource {
    @Override
    public boolean ipv6ByDefault() {
      return false;
    }

    @Override
    public boolean evaluatesByDefault() {
      return service == AwsService.LOAD_BALANCER;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.reference(this);
    }
  }
}
