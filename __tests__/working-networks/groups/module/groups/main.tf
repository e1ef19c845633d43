variable "name" {
  type = string
}
variable "vpc_id" {
  type = string
}
variable "ingress" {
  type    = map(object({ cidr = string, port = optional(number) }))
  default = {}
}
variable "egress" {
  type    = map(object({ cidr = string, port = optional(number) }))
  default = {}
}
resource "aws_security_group" "this" {
  name                   = var.name
  vpc_id                 = var.vpc_id
  revoke_rules_on_delete = true
}
resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each          = var.ingress
  security_group_id = aws_security_group.this.id
  cidr_ipv4         = each.value.cidr
  ip_protocol       = each.value.port == null ? "-1" : "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
}
resource "aws_vpc_security_group_egress_rule" "this" {
  for_each          = var.egress
  security_group_id = aws_security_group.this.id
  cidr_ipv4         = each.value.cidr
  ip_protocol       = each.value.port == null ? "-1" : "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
}
output "id" {
  value = aws_security_group.this.id
}
