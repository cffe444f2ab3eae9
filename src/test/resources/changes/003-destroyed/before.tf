# Planned with -destroy.
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
  type              = "TCP"
  ip_address        = "52.94.1.1"
  port              = 443
  failure_threshold = 3
  request_interval  = 30
}

resource "aws_route53_record" "quick_us" {
  zone_id         = aws_route53_zone.main.zone_id
  name            = "quick.ai.example.com"
  type            = "A"
  ttl             = 60
  records         = ["52.94.1.1"]
  health_check_id = aws_route53_health_check.us.id
  set_identifier  = "us"
  weighted_routing_policy {
    weight = 1
  }
}

resource "aws_route53_record" "quick_de" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "quick.ai.example.com"
  type           = "A"
  ttl            = 60
  records        = ["52.94.1.2"]
  set_identifier = "de"
  weighted_routing_policy {
    weight = 3
  }
}

