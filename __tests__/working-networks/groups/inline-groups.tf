resource "aws_security_group" "task" {
  vpc_id = local.vpc_id
  egress {
    description     = "interface endpoints"
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    security_groups = [aws_security_group.endpoint.id]
  }
  egress {
    description     = "S3"
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    prefix_list_ids = [data.aws_ec2_managed_prefix_list.s3.id]
  }
}
resource "aws_security_group" "endpoint" {
  vpc_id = local.vpc_id
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = local.vpc_cidrs
  }
}
data "aws_ec2_managed_prefix_list" "s3" {
  name = "com.amazonaws.eu-west-1.s3"
}
locals {
  task_groups     = [aws_security_group.task.id]
  endpoint_groups = [aws_security_group.endpoint.id]
}
