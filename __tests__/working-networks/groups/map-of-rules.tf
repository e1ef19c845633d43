locals {
  groups = toset(["task", "endpoint"])
  rules = {
    endpoints = { peer = "endpoint", from = 443, to = 443 }
    s3        = { list = local.s3_list, from = 443, to = 443 }
  }
}
resource "aws_security_group" "each" {
  for_each = local.groups
  name     = each.key
  vpc_id   = local.vpc_id
}
resource "aws_vpc_security_group_egress_rule" "each" {
  for_each                     = local.rules
  security_group_id            = aws_security_group.each["task"].id
  description                  = each.key
  ip_protocol                  = lookup(each.value, "protocol", "tcp")
  from_port                    = each.value.from
  to_port                      = each.value.to
  prefix_list_id               = try(each.value.list, null)
  referenced_security_group_id = try(aws_security_group.each[each.value.peer].id, null)
}
resource "aws_vpc_security_group_ingress_rule" "each" {
  for_each          = toset(local.vpc_cidrs)
  security_group_id = aws_security_group.each["endpoint"].id
  ip_protocol       = -1
  cidr_ipv4         = each.value
}
locals {
  task_groups     = [aws_security_group.each["task"].id]
  endpoint_groups = [aws_security_group.each["endpoint"].id]
}
