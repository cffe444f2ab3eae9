# What stands around a reference is not in a plan: none of these names is that of the record.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.23.1"
    }
  }
}

resource "aws_route53_zone" "z" {
  name = "example.com"
}

resource "aws_route53_record" "app" {
  zone_id = aws_route53_zone.z.zone_id
  name    = "app"
  type    = "A"
  ttl     = 300
  records = ["52.94.0.1"]
}

resource "aws_route53_record" "www_app" {
  zone_id = aws_route53_zone.z.zone_id
  name    = "www.${aws_route53_record.app.fqdn}"
  type    = "A"
  ttl     = 300
  records = ["52.94.0.2"]
}

resource "aws_route53_record" "dmarc" {
  zone_id = aws_route53_zone.z.zone_id
  name    = "_dmarc.${aws_route53_record.app.fqdn}"
  type    = "TXT"
  ttl     = 300
  records = ["v=DMARC1; p=none"]
}

resource "aws_route53_record" "mx" {
  zone_id = aws_route53_zone.z.zone_id
  name    = ""
  type    = "MX"
  ttl     = 300
  records = ["10 ${aws_route53_record.app.fqdn}"]
}

resource "aws_route53_record" "alias" {
  zone_id = aws_route53_zone.z.zone_id
  name    = "alias"
  type    = "A"
  alias {
    zone_id                = aws_route53_zone.z.zone_id
    name                   = "www.${aws_route53_record.app.fqdn}"
    evaluate_target_health = false
  }
}
