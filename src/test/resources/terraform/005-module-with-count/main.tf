# A zone and health checks outside, a module of one record set that is used with count and for_each.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.23.1"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

variable "addresses" {
  type    = list(string)
  default = ["52.94.5.1", "52.94.5.2", "2600:1f::3"]
}

module "zone" {
  source = "./modules/zone"
  name   = "mod.example.com"
}

resource "aws_route53_health_check" "server" {
  count = length(var.addresses)

  type              = "HTTP"
  ip_address        = var.addresses[count.index]
  port              = 8080
  resource_path     = "/live"
  request_interval  = 30
  failure_threshold = 3
}

module "server" {
  source = "./modules/record"
  count  = length(var.addresses)

  zone_id         = module.zone.id
  name            = "servers"
  type            = length(regexall(":", var.addresses[count.index])) > 0 ? "AAAA" : "A"
  address         = var.addresses[count.index]
  set_identifier  = "server-${count.index}"
  health_check_id = aws_route53_health_check.server[count.index].id
}

module "sole" {
  source   = "./modules/record"
  for_each = { gpu = "52.94.5.9" }

  zone_id = module.zone.id
  name    = each.key
  address = each.value
}
