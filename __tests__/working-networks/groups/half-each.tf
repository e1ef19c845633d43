# The task has two groups, of which each lets out to a part.
resource "aws_security_group" "to_endpoints" {
  vpc_id = local.vpc_id
  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "6"
    cidr_blocks = local.vpc_cidrs
  }
}
resource "aws_security_group" "to_s3" {
  vpc_id = local.vpc_id
  egress {
    from_port       = 443
    to_port         = 443
    protocol        = "TCP"
    prefix_list_ids = [local.s3_list]
  }
}
resource "aws_security_group" "endpoint" {
  vpc_id = local.vpc_id
  ingress {
    from_port       = 0
    to_port         = 65535
    protocol        = "tcp"
    security_groups = [aws_security_group.to_endpoints.id]
  }
}
locals {
  task_groups     = [aws_security_group.to_endpoints.id, aws_security_group.to_s3.id]
  endpoint_groups = [aws_security_group.endpoint.id]
}
