# Three names that Route 53 lets nobody change in one go, and a weight.
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

resource "aws_route53_record" "api" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "api.ai.example.com"
  type    = "A"
  ttl     = 60
  records = ["52.94.1.1"]
}

resource "aws_route53_record" "quick_us" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "quick.ai.example.com"
  type           = "A"
  ttl            = 60
  records        = ["52.94.1.1"]
  set_identifier = "us"
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

resource "aws_route53_record" "www" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www.ai.example.com"
  type    = "CNAME"
  ttl     = 300
  records = ["www.example.net"]
}

resource "aws_route53_record" "canary_us" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "canary.ai.example.com"
  type           = "A"
  ttl            = 60
  records        = ["52.94.1.1"]
  set_identifier = "us"
  weighted_routing_policy {
    weight = 3
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

