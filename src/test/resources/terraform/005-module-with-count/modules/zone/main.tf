variable "name" {
  type = string
}

resource "aws_route53_zone" "this" {
  count = 1
  name  = var.name
}

output "id" {
  value = one(aws_route53_zone.this[*].zone_id)
}
