variable "name" {
  type = string
}

variable "parent" {
  type = string
}

resource "aws_route53_zone" "this" {
  count = 1

  name = format("%s.%s", lower(var.name), trimsuffix(var.parent, "."))
}

output "name" {
  value = one(aws_route53_zone.this[*].name)
}

output "zone_id" {
  value = join("", aws_route53_zone.this[*].zone_id)
}

output "name_servers" {
  value = flatten(aws_route53_zone.this[*].name_servers)
}
