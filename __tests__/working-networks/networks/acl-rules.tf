locals {
  acl_rules = {
    "100-egress-443"        = { egress = true, from = 443, to = 443, cidr = "0.0.0.0/0" }
    "200-egress-ephemeral"  = { egress = true, from = 1024, to = 65535, cidr = aws_vpc.main.cidr_block }
    "100-ingress-443"       = { egress = false, from = 443, to = 443, cidr = aws_vpc.main.cidr_block }
    "200-ingress-ephemeral" = { egress = false, from = 1024, to = 65535, cidr = "0.0.0.0/0" }
  }
}
resource "aws_vpc" "main" {
  cidr_block           = "10.30.0.0/16"
  enable_dns_hostnames = true
}
resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.30.0.0/20"
  availability_zone = "eu-west-1a"
}
resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.30.16.0/20"
  availability_zone = "eu-west-1b"
}
resource "aws_network_acl" "private" {
  vpc_id = aws_vpc.main.id
}
resource "aws_network_acl_association" "a" {
  network_acl_id = aws_network_acl.private.id
  subnet_id      = aws_subnet.a.id
}
resource "aws_network_acl_association" "b" {
  network_acl_id = aws_network_acl.private.id
  subnet_id      = aws_subnet.b.id
}
resource "aws_network_acl_rule" "private" {
  for_each       = local.acl_rules
  network_acl_id = aws_network_acl.private.id
  rule_number    = tonumber(split("-", each.key)[0])
  egress         = each.value.egress
  protocol       = "6"
  rule_action    = "allow"
  cidr_block     = each.value.cidr
  from_port      = each.value.from
  to_port        = each.value.to
}
resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
}
resource "aws_route_table_association" "private" {
  for_each       = { a = aws_subnet.a.id, b = aws_subnet.b.id }
  subnet_id      = each.value
  route_table_id = aws_route_table.private.id
}
locals {
  vpc_id           = aws_vpc.main.id
  vpc_cidrs        = [aws_vpc.main.cidr_block]
  app_subnets      = [aws_subnet.a.id, aws_subnet.b.id]
  endpoint_subnets = [aws_subnet.a.id, aws_subnet.b.id]
  route_tables     = [aws_route_table.private.id]
}
