# A primary of one's own with a health check, and the bucket of a sorry page behind it.
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

variable "domain" {
  type    = string
  default = "status.example.com"
}

resource "aws_route53_zone" "main" {
  name    = var.domain
  comment = "The status page"
}

resource "aws_route53_health_check" "page" {
  type              = "HTTP_STR_MATCH"
  fqdn              = "origin.${var.domain}"
  port              = 80
  resource_path     = "/"
  search_string     = "all systems"
  request_interval  = 30
  failure_threshold = 3
  tags              = { Name = "status page" }
}

resource "aws_route53_health_check" "database" {
  type              = "TCP"
  ip_address        = "52.94.2.9"
  port              = 5432
  request_interval  = 30
  failure_threshold = 3
}

resource "aws_route53_health_check" "both" {
  type                   = "CALCULATED"
  child_health_threshold = 2
  child_healthchecks = [
    aws_route53_health_check.page.id,
    aws_route53_health_check.database.id,
  ]
}

resource "aws_route53_record" "primary" {
  zone_id         = aws_route53_zone.main.id
  name            = aws_route53_zone.main.name
  type            = "A"
  ttl             = 60
  records         = ["52.94.2.1", "52.94.2.2"]
  set_identifier  = "primary"
  health_check_id = aws_route53_health_check.both.id

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "secondary" {
  zone_id        = aws_route53_zone.main.id
  name           = ""
  type           = "A"
  set_identifier = "secondary"

  alias {
    name                   = "s3-website.eu-central-1.amazonaws.com"
    zone_id                = "Z21DNDUVLTQW6Q"
    evaluate_target_health = false
  }

  failover_routing_policy {
    type = "SECONDARY"
  }
}

resource "aws_route53_record" "spf" {
  zone_id = aws_route53_zone.main.id
  name    = ""
  type    = "TXT"
  ttl     = 3600
  records = ["v=spf1 exists:%%{i}.spf.example.net -all", "one\" \"two"]
}
