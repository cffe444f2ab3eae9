# Everything about the record sets comes from one variable, their blocks through "dynamic".
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

variable "places" {
  type = map(object({
    continent = optional(string)
    country   = optional(string)
    state     = optional(string)
    records   = optional(list(string))
    alias     = optional(string)
    check     = optional(string)
  }))
  default = {
    europe     = { continent = "EU", records = ["52.94.4.1"], check = "eu" }
    germany    = { country = "DE", records = ["52.94.4.2"], check = "eu" }
    us         = { country = "US", records = ["52.94.4.3"], check = "us" }
    california = { country = "US", state = "CA", alias = "west" }
    elsewhere  = { country = "*", records = ["52.94.4.3"] }
  }
}

resource "aws_route53_zone" "geo" {
  name = "geo.example.com."
}

resource "aws_route53_health_check" "region" {
  for_each = { eu = "52.94.4.1", us = "52.94.4.3" }

  type              = "TCP"
  ip_address        = each.value
  port              = 443
  request_interval  = 30
  failure_threshold = 3
}

resource "aws_route53_record" "place" {
  for_each = var.places

  zone_id         = aws_route53_zone.geo.zone_id
  name            = "Chat.geo.example.com."
  type            = "A"
  ttl             = each.value.records == null ? null : 60
  records         = each.value.records
  set_identifier  = each.key
  health_check_id = each.value.check == null ? null : aws_route53_health_check.region[each.value.check].id

  dynamic "geolocation_routing_policy" {
    for_each = [each.value]
    content {
      continent   = geolocation_routing_policy.value.continent
      country     = geolocation_routing_policy.value.country
      subdivision = geolocation_routing_policy.value.state
    }
  }

  dynamic "alias" {
    for_each = each.value.alias == null ? [] : [each.value.alias]
    content {
      name                   = "${alias.value}.geo.example.com"
      zone_id                = aws_route53_zone.geo.zone_id
      evaluate_target_health = true
    }
  }
}

resource "aws_route53_record" "west" {
  count = 2

  zone_id        = aws_route53_zone.geo.zone_id
  name           = "west"
  type           = "A"
  ttl            = 60
  records        = ["52.94.4.${10 + count.index}"]
  set_identifier = "west-${count.index}"

  weighted_routing_policy {
    weight = 1
  }
}
