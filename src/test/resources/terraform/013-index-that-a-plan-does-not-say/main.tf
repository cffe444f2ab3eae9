# A plan lists what an index is made of, not what is made of it: [count.index] and [1 - count.index] look
# alike in it, and so do [each.key] and [each.key == "a" ? "b" : "a"]. A name within one of the zones alone
# tells which is meant; elsewhere the answer says that it is not known.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.23.1"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

resource "aws_route53_zone" "numbered" {
  count = 2

  name = "z${count.index}.example.com"
}

resource "aws_route53_record" "straight" {
  count = 2

  zone_id = aws_route53_zone.numbered[count.index].zone_id
  name    = "straight"
  type    = "A"
  ttl     = 60
  records = ["52.94.1.${count.index}"]
}

resource "aws_route53_record" "reversed" {
  count = 2

  zone_id = aws_route53_zone.numbered[1 - count.index].zone_id
  name    = "reversed"
  type    = "A"
  ttl     = 60
  records = ["52.94.2.${count.index}"]
}

# Its name says that it is in the other zone.
resource "aws_route53_record" "named" {
  count = 2

  zone_id = aws_route53_zone.numbered[1 - count.index].zone_id
  name    = "named.${aws_route53_zone.numbered[1 - count.index].name}"
  type    = "A"
  ttl     = 60
  records = ["52.94.3.${count.index}"]
}

resource "aws_route53_zone" "keyed" {
  for_each = toset(["a", "b"])

  name = "${each.key}.example.org"
}

resource "aws_route53_record" "swapped" {
  for_each = toset(["a", "b"])

  zone_id = aws_route53_zone.keyed[each.key == "a" ? "b" : "a"].zone_id
  name    = "swapped"
  type    = "A"
  ttl     = 60
  records = [each.key == "a" ? "52.94.4.1" : "52.94.4.2"]
}

# One for each zone, and of that zone: nothing can be made of that.
resource "aws_route53_record" "each" {
  for_each = aws_route53_zone.keyed

  zone_id = each.value.zone_id
  name    = "each"
  type    = "A"
  ttl     = 60
  records = [each.key == "a" ? "52.94.5.1" : "52.94.5.2"]
}

resource "aws_eip" "server" {
  count = 2

  domain = "vpc"
}

variable "blue" {
  type    = bool
  default = true
}

# Two values that are made of the same one, in one record set and in two.
resource "aws_route53_record" "names" {
  for_each = toset(["x", "y"])

  zone_id        = aws_route53_zone.keyed["a"].zone_id
  name           = "names.a.example.org"
  type           = "CNAME"
  ttl            = 60
  set_identifier = each.key
  records        = ["${each.key}-${aws_eip.server[0].public_ip}.example.net"]

  weighted_routing_policy {
    weight = 1
  }
}

# Each is either server; which, the plan does not say.
resource "aws_route53_record" "either" {
  for_each = { x = true, y = false }

  zone_id        = aws_route53_zone.keyed["a"].zone_id
  name           = "either.a.example.org"
  type           = "A"
  ttl            = 60
  set_identifier = each.key
  records        = [each.value == var.blue ? aws_eip.server[0].public_ip : aws_eip.server[1].public_ip]

  weighted_routing_policy {
    weight = 1
  }
}
