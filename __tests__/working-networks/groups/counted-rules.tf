resource "aws_security_group" "endpoint" {
  vpc_id = local.vpc_id
}
resource "aws_vpc_security_group_ingress_rule" "vpc" {
  count             = length(local.vpc_cidrs)
  security_group_id = aws_security_group.endpoint.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = local.vpc_cidrs[count.index]
}
resource "aws_security_group" "task" {
  vpc_id = local.vpc_id
}
resource "aws_vpc_security_group_egress_rule" "all" {
  security_group_id = aws_security_group.task.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
resource "aws_vpc_security_group_egress_rule" "all_ipv6" {
  security_group_id = aws_security_group.task.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0"
}
locals {
  task_groups     = [aws_security_group.task.id]
  endpoint_groups = [aws_security_group.endpoint.id]
}
