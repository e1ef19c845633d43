resource "aws_security_group" "app" {
  name_prefix = "app-"
  vpc_id      = local.vpc_id
  lifecycle {
    create_before_destroy = true
  }
}
resource "aws_security_group" "privatelink" {
  name_prefix = "privatelink-"
  vpc_id      = local.vpc_id
}
resource "aws_vpc_security_group_egress_rule" "privatelink" {
  security_group_id            = aws_security_group.app.id
  referenced_security_group_id = aws_security_group.privatelink.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}
resource "aws_vpc_security_group_egress_rule" "s3" {
  security_group_id = aws_security_group.app.id
  prefix_list_id    = local.s3_list
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
resource "aws_vpc_security_group_ingress_rule" "app" {
  security_group_id            = aws_security_group.privatelink.id
  referenced_security_group_id = aws_security_group.app.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}
locals {
  task_groups     = [aws_security_group.app.id]
  endpoint_groups = [aws_security_group.privatelink.id]
}
