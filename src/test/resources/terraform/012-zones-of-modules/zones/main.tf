variable "zones" {
  type = map(string)
}

resource "aws_route53_zone" "this" {
  for_each = var.zones

  name = each.value
}

output "ids" {
  value = { for key, zone in aws_route53_zone.this : key => zone.zone_id }
}
