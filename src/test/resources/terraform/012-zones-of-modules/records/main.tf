variable "zone_ids" {
  type = map(string)
}

variable "records" {
  type = map(object({ zone = string, address = string }))
}

resource "aws_route53_record" "this" {
  for_each = var.records

  zone_id = var.zone_ids[each.value.zone]
  name    = each.key
  type    = "A"
  ttl     = 60
  records = [each.value.address]
}
