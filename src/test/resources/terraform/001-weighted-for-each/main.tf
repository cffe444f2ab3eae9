# Weighted record sets out of a map, each with a health check of the same key.
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

locals {
  servers = {
    blue  = { address = "52.94.1.1", weight = 3 }
    green = { address = "52.94.1.2", weight = 1 }
    grey  = { address = "52.94.1.3", weight = 0 }
  }
}

resource "aws_route53_zone" "this" {
  name = "shop.example.com"
}

resource "aws_route53_health_check" "this" {
  for_each = local.servers

  type              = "HTTPS"
  ip_address        = each.value.address
  port              = 443
  resource_path     = "/healthz"
  request_interval  = 10
  failure_threshold = 2
}

resource "aws_route53_record" "api" {
  for_each = local.servers

  zone_id         = aws_route53_zone.this.zone_id
  name            = "api"
  type            = "A"
  ttl             = 60
  records         = [each.value.address]
  set_identifier  = each.key
  health_check_id = aws_route53_health_check.this[each.key].id

  weighted_routing_policy {
    weight = each.value.weight
  }
}

resource "aws_route53_record" "www" {
  zone_id = aws_route53_zone.this.zone_id
  name    = "www.${aws_route53_zone.this.name}"
  type    = "CNAME"
  ttl     = 300
  records = [one(distinct([for r in aws_route53_record.api : r.name]))]
}
