# Zones made in modules and handed on through outputs, inputs, maps and locals: where the plan says which zone an
# index is of, the record is in it; where it may be another one, the record is in none.
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

locals {
  tenants = ["a.example.org", "b.example.org"]
  other   = { "a.example.org" = "b.example.org", "b.example.org" = "a.example.org" }
}

variable "records" {
  type = map(object({ zone = string, address = string }))
  default = {
    one = { zone = "com", address = "52.94.0.1" }
    net = { zone = "com", address = "52.94.0.2" }
    two = { zone = "net", address = "52.94.0.3" }
  }
}

module "zones" {
  source = "./zones"

  zones = { com = "example.com", net = "example.net" }
}

module "records" {
  source = "./records"

  zone_ids = module.zones.ids
  records  = var.records
}

module "tenant" {
  source   = "./tenant"
  for_each = toset(local.tenants)

  domain = each.key
}

resource "aws_route53_record" "indexed" {
  zone_id = module.zones.ids["net"]
  name    = "indexed"
  type    = "A"
  ttl     = 60
  records = ["52.94.0.4"]
}

resource "aws_route53_record" "mail" {
  for_each = module.tenant

  zone_id = each.value.zone_id
  name    = "mail"
  type    = "A"
  ttl     = 60
  records = [each.key == "a.example.org" ? "52.94.3.1" : "52.94.3.2"]
}

resource "aws_route53_record" "keyed" {
  for_each = toset(local.tenants)

  zone_id = module.tenant[each.key].zone_id
  name    = "keyed"
  type    = "A"
  ttl     = 60
  records = [each.key == "a.example.org" ? "52.94.4.1" : "52.94.4.2"]
}

# Which zone these are in, nothing in the plan says: the keys are those of the other zone each time.
resource "aws_route53_record" "swapped" {
  for_each = toset(local.tenants)

  zone_id = module.tenant[local.other[each.key]].zone_id
  name    = "swapped"
  type    = "A"
  ttl     = 60
  records = [each.key == "a.example.org" ? "52.94.5.2" : "52.94.5.1"]
}

resource "aws_route53_record" "first" {
  for_each = toset(local.tenants)

  zone_id = values(module.tenant)[0].zone_id
  name    = each.key == "a.example.org" ? "first" : "second"
  type    = "A"
  ttl     = 60
  records = ["52.94.6.1"]
}

resource "aws_route53_zone" "shard" {
  count = 3

  name = "shard${count.index}.example.org"
}

resource "aws_route53_record" "next" {
  count = 2

  zone_id = aws_route53_zone.shard[count.index + 1].zone_id
  name    = "next"
  type    = "A"
  ttl     = 60
  records = ["52.94.7.${count.index + 1}"]
}

# Looked up as it is made: not a second zone.
data "aws_route53_zone" "by_id" {
  zone_id = module.zones.ids["net"]
}

data "aws_route53_zone" "by_name" {
  name       = "example.com"
  depends_on = [module.zones]
}

resource "aws_route53_record" "looked_up" {
  zone_id = data.aws_route53_zone.by_id.zone_id
  name    = "found"
  type    = "A"
  ttl     = 60
  records = ["52.94.0.5"]
}

resource "aws_route53_record" "named" {
  zone_id = data.aws_route53_zone.by_name.zone_id
  name    = "found"
  type    = "A"
  ttl     = 60
  records = ["52.94.0.6"]
}

# What came out of something else may be any zone, or another.
resource "terraform_data" "elsewhere" {
  input = timestamp()
}

resource "aws_route53_record" "elsewhere" {
  zone_id = terraform_data.elsewhere.output
  name    = "elsewhere"
  type    = "A"
  ttl     = 60
  records = ["52.94.0.7"]
}
