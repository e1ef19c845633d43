resource "aws_vpc" "main" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
}
resource "aws_subnet" "private" {
  for_each          = { a = "10.0.1.0/24", b = "10.0.2.0/24" }
  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value
  availability_zone = "eu-west-1${each.key}"
}
data "aws_ec2_managed_prefix_list" "blocks_of_s3" {
  name = "com.amazonaws.eu-west-1.s3"
}
data "aws_prefix_list" "answers_of_s3" {
  filter {
    name   = "prefix-list-name"
    values = ["com.amazonaws.eu-west-1.s3"]
  }
}
locals {
  blocks_of_s3 = [for entry in data.aws_ec2_managed_prefix_list.blocks_of_s3.entries : entry.cidr]
}
resource "aws_network_acl" "private" {
  vpc_id     = aws_vpc.main.id
  subnet_ids = [for subnet in aws_subnet.private : subnet.id]
}
resource "aws_network_acl_rule" "within" {
  for_each = {
    calls_out   = { number = 100, egress = true, from = 443, to = 443 }
    answers_out = { number = 110, egress = true, from = 1024, to = 65535 }
    calls_in    = { number = 100, egress = false, from = 443, to = 443 }
    answers_in  = { number = 110, egress = false, from = 1024, to = 65535 }
  }
  network_acl_id = aws_network_acl.private.id
  rule_number    = each.value.number
  egress         = each.value.egress
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = aws_vpc.main.cidr_block
  from_port      = each.value.from
  to_port        = each.value.to
}
resource "aws_network_acl_rule" "s3_out" {
  for_each       = { for place, block in local.blocks_of_s3 : place => block }
  network_acl_id = aws_network_acl.private.id
  rule_number    = 200 + each.key
  egress         = true
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = each.value
  from_port      = 443
  to_port        = 443
}
resource "aws_network_acl_rule" "s3_in" {
  count          = length(data.aws_prefix_list.answers_of_s3.cidr_blocks)
  network_acl_id = aws_network_acl.private.id
  rule_number    = 200 + count.index
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = element(data.aws_prefix_list.answers_of_s3.cidr_blocks, count.index)
  from_port      = 1024
  to_port        = 65535
}
locals {
  vpc_id           = aws_network_acl.private.vpc_id
  vpc_cidrs        = [aws_vpc.main.cidr_block]
  app_subnets      = [for subnet in aws_subnet.private : subnet.id]
  endpoint_subnets = [for subnet in aws_subnet.private : subnet.id]
  route_tables     = [aws_vpc.main.default_route_table_id]
}
