# The usual validation of a certificate: name and type of its record are not known before an apply.
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

resource "aws_acm_certificate" "c" {
  domain_name       = "www.example.com"
  validation_method = "DNS"
}

resource "aws_route53_record" "validation" {
  for_each = {
    for o in aws_acm_certificate.c.domain_validation_options : o.domain_name => {
      name  = o.resource_record_name
      value = o.resource_record_value
      type  = o.resource_record_type
    }
  }
  zone_id = aws_route53_zone.z.zone_id
  name    = each.value.name
  type    = each.value.type
  ttl     = 60
  records = [each.value.value]
}
