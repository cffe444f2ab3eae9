variable "zone_id" {
  type = string
}

variable "zone_name" {
  type = string
}

variable "records" {
  type = any
}

locals {
  records = { for record in var.records : join(" ", compact([record.name, record.type, try(record.id, "")])) => record }
}

resource "aws_route53_record" "this" {
  for_each = local.records

  zone_id         = var.zone_id
  name            = each.value.name == "" ? var.zone_name : "${each.value.name}.${var.zone_name}"
  type            = each.value.type
  ttl             = lookup(each.value, "ttl", 60)
  records         = each.value.values
  set_identifier  = lookup(each.value, "id", null)
  health_check_id = lookup(each.value, "check", null)

  dynamic "weighted_routing_policy" {
    for_each = length(keys(lookup(each.value, "weighted", {}))) == 0 ? [] : [true]

    content {
      weight = each.value.weighted.weight
    }
  }
}
