# The zone of each record comes through a local, which a plan does not have.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.23.1"
    }
  }
}

locals {
  zones = { "example.com" = "52.94.0.1", "example.net" = "52.94.0.2" }
  records = {
    for z, ip in local.zones : z => { zone_id = aws_route53_zone.z[z].id, ip = ip }
  }
}

resource "aws_route53_zone" "z" {
  for_each = local.zones
  name     = each.key
}

resource "aws_route53_record" "www" {
  for_each = local.records
  zone_id  = each.value.zone_id
  name     = "www"
  type     = "A"
  ttl      = 300
  records  = [each.value.ip]
}
