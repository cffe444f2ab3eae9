# Each record set finds its health check by the address: nothing that the plan lists says which one it is but
# that both have the same key or number.
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
  }
  spares = ["52.94.1.8", "52.94.1.9"]
}

resource "aws_route53_zone" "this" {
  name = "shop.example.com"
}

resource "aws_route53_health_check" "server" {
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

  zone_id        = aws_route53_zone.this.zone_id
  name           = "api"
  type           = "A"
  ttl            = 60
  records        = [each.value.address]
  set_identifier = each.key
  health_check_id = one([
    for check in aws_route53_health_check.server : check.id if check.ip_address == each.value.address
  ])

  weighted_routing_policy {
    weight = each.value.weight
  }
}

resource "aws_route53_health_check" "spare" {
  count = length(local.spares)

  type              = "TCP"
  ip_address        = local.spares[count.index]
  port              = 443
  request_interval  = 30
  failure_threshold = 3
}

resource "aws_route53_record" "spare" {
  count = length(local.spares)

  zone_id        = aws_route53_zone.this.zone_id
  name           = "spare"
  type           = "A"
  ttl            = 60
  records        = [local.spares[count.index]]
  set_identifier = local.spares[count.index]
  health_check_id = {
    for check in aws_route53_health_check.spare : check.ip_address => check.id
  }[local.spares[count.index]]

  multivalue_answer_routing_policy = true
}
