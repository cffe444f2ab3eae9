variable "zones" {
  type = any
}

resource "aws_route53_zone" "this" {
  for_each = { for name, zone in var.zones : name => zone }

  name = lookup(each.value, "name", each.key)

  dynamic "vpc" {
    for_each = lookup(each.value, "vpcs", [])

    content {
      vpc_id     = vpc.value
      vpc_region = "eu-central-1"
    }
  }
}

output "ids" {
  value = { for name, zone in aws_route53_zone.this : name => zone.zone_id }
}

output "names" {
  value = { for name, zone in aws_route53_zone.this : name => zone.name }
}
