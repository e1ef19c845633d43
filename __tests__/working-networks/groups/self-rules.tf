resource "aws_security_group" "mesh" {
  vpc_id = local.vpc_id
}
resource "aws_security_group_rule" "mesh_in" {
  type              = "ingress"
  security_group_id = aws_security_group.mesh.id
  self              = true
  protocol          = "tcp"
  from_port         = 0
  to_port           = 65535
}
resource "aws_security_group_rule" "mesh_out" {
  type              = "egress"
  security_group_id = aws_security_group.mesh.id
  self              = true
  protocol          = "tcp"
  from_port         = 0
  to_port           = 65535
}
resource "aws_security_group_rule" "s3" {
  type              = "egress"
  security_group_id = aws_security_group.mesh.id
  prefix_list_ids   = [data.aws_prefix_list.s3.id]
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
}
data "aws_prefix_list" "s3" {
  name = "com.amazonaws.eu-west-1.s3"
}
locals {
  task_groups     = [aws_security_group.mesh.id]
  endpoint_groups = [aws_security_group.mesh.id]
}
