resource "aws_security_group" "ecs" {
  vpc_id = local.vpc_id
}
resource "aws_security_group" "vpce" {
  vpc_id = local.vpc_id
}
resource "aws_security_group_rule" "to_vpce" {
  type                     = "egress"
  security_group_id        = aws_security_group.ecs.id
  source_security_group_id = aws_security_group.vpce.id
  protocol                 = "tcp"
  from_port                = 443
  to_port                  = 443
}
resource "aws_security_group_rule" "to_s3" {
  type              = "egress"
  security_group_id = aws_security_group.ecs.id
  prefix_list_ids   = [local.s3_list]
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
}
resource "aws_security_group_rule" "from_ecs" {
  type                     = "ingress"
  security_group_id        = aws_security_group.vpce.id
  source_security_group_id = aws_security_group.ecs.id
  protocol                 = "tcp"
  from_port                = 443
  to_port                  = 443
}
locals {
  task_groups     = [aws_security_group.ecs.id]
  endpoint_groups = [aws_security_group.vpce.id]
}
