# A zone's records in one resource, and a tree that Traffic Flow makes of a document.
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

resource "aws_route53_health_check" "eu" {
  type       = "TCP"
  ip_address = "52.94.3.1"
  port       = 443
}

resource "aws_route53_records_exclusive" "all" {
  zone_id = aws_route53_zone.z.zone_id
  resource_record_set {
    name = "www.example.com"
    type = "A"
    ttl  = 300
    resource_records {
      value = "52.94.0.1"
    }
  }
  resource_record_set {
    name = "text.example.com"
    type = "TXT"
    ttl  = 300
    resource_records {
      value = "\"one\""
    }
  }
  resource_record_set {
    name           = "canary.example.com"
    type           = "A"
    ttl            = 60
    weight         = 3
    set_identifier = "old"
    resource_records {
      value = "52.94.0.2"
    }
  }
  resource_record_set {
    name           = "canary.example.com"
    type           = "A"
    ttl            = 60
    weight         = 1
    set_identifier = "new"
    resource_records {
      value = "52.94.0.3"
    }
  }
}

resource "aws_route53_traffic_policy" "p" {
  name = "geo"
  document = jsonencode({
    AWSPolicyFormatVersion = "2015-10-01"
    RecordType             = "A"
    StartRule              = "by-place"
    Endpoints = {
      eu    = { Type = "value", Value = "52.94.3.1" }
      spare = { Type = "value", Value = "52.94.3.2" }
      us    = { Type = "value", Value = "52.94.3.3" }
    }
    Rules = {
      by-place = {
        RuleType = "geo"
        Locations = [
          { Continent = "EU", RuleReference = "europe", EvaluateTargetHealth = "true" },
          { IsDefault = "true", EndpointReference = "us" },
        ]
      }
      europe = {
        RuleType = "weighted"
        Items = [
          { EndpointReference = "eu", Weight = "2" },
          { EndpointReference = "spare", Weight = 1 },
        ]
      }
    }
  })
}

resource "aws_route53_traffic_policy_instance" "i" {
  name                   = "app.example.com"
  hosted_zone_id         = aws_route53_zone.z.zone_id
  traffic_policy_id      = aws_route53_traffic_policy.p.id
  traffic_policy_version = 1
  ttl                    = 60
}
