variable "domain" {
  type = string
}

resource "aws_route53_zone" "this" {
  name = var.domain
}

locals {
  zone_id = aws_route53_zone.this.zone_id
}

resource "aws_route53_record" "www" {
  zone_id = local.zone_id
  name    = "www"
  type    = "A"
  ttl     = 60
  records = ["52.94.2.1"]
}

resource "aws_route53_record" "api" {
  zone_id = aws_route53_zone.this.zone_id
  name    = "api"
  type    = "A"
  ttl     = 60
  records = ["52.94.2.2"]
}

output "zone_id" {
  value = aws_route53_zone.this.zone_id
}
