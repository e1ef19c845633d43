resource "aws_security_group" "task" {
  vpc_id = local.vpc_id
}
resource "aws_security_group_rule" "out" {
  for_each          = { low = "0.0.0.0/1", high = "128.0.0.0/1" }
  type              = "egress"
  security_group_id = aws_security_group.task.id
  cidr_blocks       = [each.value]
  protocol          = "all"
  from_port         = 0
  to_port           = 0
}
resource "aws_security_group" "endpoint" {
  vpc_id = local.vpc_id
}
resource "aws_security_group_rule" "in" {
  type              = "ingress"
  security_group_id = aws_security_group.endpoint.id
  cidr_blocks       = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"]
  protocol          = "-1"
  from_port         = -1
  to_port           = -1
}
locals {
  task_groups     = [aws_security_group.task.id]
  endpoint_groups = [aws_security_group.endpoint.id]
}
