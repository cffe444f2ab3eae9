# Another name and another type for one resource.
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

resource "aws_route53_record" "status" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "status.ai.example.com"
  type    = "A"
  ttl     = 300
  records = ["52.94.1.1"]
}

resource "aws_route53_record" "note" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "note.ai.example.com"
  type    = "TXT"
  ttl     = 300
  records = ["before"]
}

