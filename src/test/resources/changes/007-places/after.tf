# Weights in place of places without a default, and places in place of one address.
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

resource "aws_route53_record" "api_eu" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "api.ai.example.com"
  type           = "A"
  ttl            = 60
  records        = ["52.94.1.2"]
  set_identifier = "eu"
  weighted_routing_policy {
    weight = 1
  }
}

resource "aws_route53_record" "api_us" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "api.ai.example.com"
  type           = "A"
  ttl            = 60
  records        = ["52.94.1.1"]
  set_identifier = "us"
  weighted_routing_policy {
    weight = 1
  }
}

resource "aws_route53_record" "chat_eu" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "chat.ai.example.com"
  type           = "A"
  ttl            = 60
  records        = ["52.94.1.2"]
  set_identifier = "eu"
  geolocation_routing_policy {
    continent = "EU"
  }
}

resource "aws_route53_record" "chat_all" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "chat.ai.example.com"
  type           = "A"
  ttl            = 60
  records        = ["52.94.1.1"]
  set_identifier = "all"
  geolocation_routing_policy {
    country = "*"
  }
}

