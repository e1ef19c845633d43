resource "aws_security_group" "task" {
  name   = "task"
  vpc_id = local.vpc_id
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_security_group" "endpoint" {
  name   = "endpoint"
  vpc_id = local.vpc_id
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = local.vpc_cidrs
  }
}
locals {
  task_groups     = [aws_security_group.task.id]
  endpoint_groups = [aws_security_group.endpoint.id]
}
