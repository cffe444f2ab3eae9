variable "zone_id" {
  type = string
}

variable "name" {
  type = string
}

variable "type" {
  type    = string
  default = "A"
}

variable "address" {
  type = string
}

variable "set_identifier" {
  type    = string
  default = null
}

variable "health_check_id" {
  type    = string
  default = null
}

resource "aws_route53_record" "this" {
  zone_id         = var.zone_id
  name            = var.name
  type            = var.type
  ttl             = 30
  records         = [var.address]
  set_identifier  = var.set_identifier
  health_check_id = var.health_check_id

  multivalue_answer_routing_policy = var.set_identifier == null ? null : true
}
