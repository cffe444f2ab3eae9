# Latency record sets of both address families to a load balancer in each of three regions: one is
# planned here, one is looked up, one is known by name.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.23.1"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "frankfurt"
  region = "eu-central-1"
}

resource "aws_route53_zone" "public" {
  name = "example.net"
}

resource "aws_lb" "virginia" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
}

resource "aws_route53_record" "virginia" {
  for_each = toset(["A", "AAAA"])

  zone_id        = aws_route53_zone.public.zone_id
  name           = "www"
  type           = each.key
  set_identifier = "virginia"

  latency_routing_policy {
    region = "us-east-1"
  }

  alias {
    name                   = aws_lb.virginia.dns_name
    zone_id                = aws_lb.virginia.zone_id
    evaluate_target_health = true
  }
}

resource "aws_lb" "frankfurt" {
  provider           = aws.frankfurt
  name               = "web"
  load_balancer_type = "network"
  subnets            = ["subnet-0c"]
}

resource "aws_route53_record" "frankfurt" {
  for_each = toset(["A", "AAAA"])

  zone_id        = aws_route53_zone.public.zone_id
  name           = "www"
  type           = each.key
  set_identifier = "frankfurt"

  latency_routing_policy {
    region = "eu-central-1"
  }

  alias {
    name                   = aws_lb.frankfurt.dns_name
    zone_id                = aws_lb.frankfurt.zone_id
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "mumbai" {
  for_each = toset(["A", "AAAA"])

  zone_id        = aws_route53_zone.public.zone_id
  name           = "www"
  type           = each.key
  set_identifier = "mumbai"

  latency_routing_policy {
    region = "ap-south-1"
  }

  alias {
    name                   = "dualstack.web-1234567890.ap-south-1.elb.amazonaws.com"
    zone_id                = "ZP97RAFLXTNZK"
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "apex" {
  zone_id = aws_route53_zone.public.zone_id
  name    = "example.net"
  type    = "A"

  alias {
    name                   = aws_route53_record.virginia["A"].fqdn
    zone_id                = aws_route53_zone.public.zone_id
    evaluate_target_health = false
  }
}
