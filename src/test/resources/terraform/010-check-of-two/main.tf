# Which of the checks a record set has depends on a value that is not known before an apply.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.23.1"
    }
  }
}

resource "aws_route53_zone" "z" {
  name = "example.com"
}

resource "aws_route53_health_check" "one" {
  type = "HTTPS"
  fqdn = "one.example.net"
  port = 443
}

resource "aws_route53_health_check" "other" {
  type = "HTTPS"
  fqdn = "other.example.net"
  port = 443
}

resource "aws_sns_topic" "t" {
  name = "t"
}

resource "aws_route53_record" "primary" {
  zone_id         = aws_route53_zone.z.zone_id
  name            = "api"
  type            = "A"
  ttl             = 60
  set_identifier  = "primary"
  records         = ["52.94.0.1"]
  health_check_id = aws_sns_topic.t.arn == "x" ? aws_route53_health_check.one.id : aws_route53_health_check.other.id
  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "secondary" {
  zone_id        = aws_route53_zone.z.zone_id
  name           = "api"
  type           = "A"
  ttl            = 60
  set_identifier = "secondary"
  records        = ["52.94.0.2"]
  failover_routing_policy {
    type = "SECONDARY"
  }
}
