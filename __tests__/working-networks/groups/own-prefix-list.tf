resource "aws_ec2_managed_prefix_list" "vpc" {
  name           = "vpc"
  address_family = "IPv4"
  max_entries    = 5
  dynamic "entry" {
    for_each = local.vpc_cidrs
    content {
      cidr = entry.value
    }
  }
}
resource "aws_security_group" "endpoint" {
  vpc_id = local.vpc_id
  ingress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    prefix_list_ids = [aws_ec2_managed_prefix_list.vpc.id]
  }
}
resource "aws_security_group" "task" {
  vpc_id = local.vpc_id
  egress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    prefix_list_ids = [aws_ec2_managed_prefix_list.vpc.id, local.s3_list]
  }
}
locals {
  task_groups     = [aws_security_group.task.id]
  endpoint_groups = [aws_security_group.endpoint.id]
}
