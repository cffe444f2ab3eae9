# As modules for zones and for records are written: maps of zones, lists of records with optional keys, a zone of
# which there is one or none. Which check a record has the plan does not say here, so that none is unused.
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

module "zones" {
  source = "./zones"

  zones = {
    "shop.example.com" = {}
    inside             = { name = "shop.example.com", vpcs = ["vpc-0a1b2c3d"] }
  }
}

resource "aws_route53_health_check" "api" {
  for_each = { one = "52.94.1.1", two = "52.94.1.2" }

  ip_address        = each.value
  port              = 443
  type              = "TCP"
  failure_threshold = 3
  request_interval  = 30
}

module "outside" {
  source = "./records"

  zone_id   = module.zones.ids["shop.example.com"]
  zone_name = module.zones.names["shop.example.com"]
  records = [
    { name = "", type = "A", values = ["52.94.1.1"] },
    { name = "api", type = "A", id = "one", values = ["52.94.1.1"], weighted = { weight = 90 }, check = aws_route53_health_check.api["one"].id },
    { name = "api", type = "A", id = "two", values = ["52.94.1.2"], weighted = { weight = 10 }, check = aws_route53_health_check.api["two"].id },
  ]
}

module "inside" {
  source = "./records"

  zone_id   = module.zones.ids["inside"]
  zone_name = module.zones.names["inside"]
  records   = [{ name = "api", type = "A", values = ["10.0.0.1"] }]
}

module "cluster" {
  source = "./cluster"

  name   = "Prod"
  parent = "shop.example.com."
}

resource "aws_route53_record" "cluster" {
  zone_id = module.zones.ids["shop.example.com"]
  name    = module.cluster.name
  type    = "NS"
  ttl     = 300
  records = module.cluster.name_servers
}

resource "aws_route53_record" "app" {
  zone_id = module.cluster.zone_id
  name    = "app.${module.cluster.name}"
  type    = "A"
  ttl     = 60
  records = ["52.94.1.3"]
}
