# Failover in place of one address, latency in place of weights, A and AAAA in place of a CNAME.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.23.1"
    }
  }
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_route53_zone" "main" {
  name = "ai.example.com"
}

resource "aws_route53_health_check" "us" {
  type       = "TCP"
  ip_address = "52.94.1.1"
  port       = 443
}

resource "aws_route53_record" "api_us" {
  zone_id         = aws_route53_zone.main.zone_id
  name            = "api.ai.example.com"
  type            = "A"
  ttl             = 60
  records         = ["52.94.1.1"]
  health_check_id = aws_route53_health_check.us.id
  set_identifier  = "us"
  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "api_de" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "api.ai.example.com"
  type           = "A"
  ttl            = 60
  records        = ["52.94.1.2"]
  set_identifier = "de"
  failover_routing_policy {
    type = "SECONDARY"
  }
}

resource "aws_route53_record" "quick_us" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "quick.ai.example.com"
  type           = "A"
  ttl            = 60
  records        = ["52.94.1.1"]
  set_identifier = "us"
  latency_routing_policy {
    region = "us-east-1"
  }
}

resource "aws_route53_record" "quick_de" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "quick.ai.example.com"
  type           = "A"
  ttl            = 60
  records        = ["52.94.1.2"]
  set_identifier = "de"
  latency_routing_policy {
    region = "eu-central-1"
  }
}

resource "aws_route53_record" "www4" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www.ai.example.com"
  type    = "A"
  ttl     = 300
  records = ["52.94.1.3"]
}

resource "aws_route53_record" "www6" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www.ai.example.com"
  type    = "AAAA"
  ttl     = 300
  records = ["2600:1f::3"]
}

resource "aws_route53_record" "canary_us" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "canary.ai.example.com"
  type           = "A"
  ttl            = 60
  records        = ["52.94.1.1"]
  set_identifier = "us"
  weighted_routing_policy {
    weight = 1
  }
}

resource "aws_route53_record" "canary_de" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "canary.ai.example.com"
  type           = "A"
  ttl            = 60
  records        = ["52.94.1.2"]
  set_identifier = "de"
  weighted_routing_policy {
    weight = 1
  }
}

