resource "aws_security_group" "task" {
  vpc_id = local.vpc_id
  egress = [{
    description      = ""
    from_port        = 443
    to_port          = 443
    protocol         = "tcp"
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = []
    prefix_list_ids  = []
    security_groups  = []
    self             = false
  }]
  ingress = []
}
resource "aws_security_group" "endpoint" {
  vpc_id = local.vpc_id
  egress = []
  ingress = [{
    description      = "HTTPS"
    from_port        = 443
    to_port          = 443
    protocol         = "tcp"
    cidr_blocks      = []
    ipv6_cidr_blocks = []
    prefix_list_ids  = []
    security_groups  = [aws_security_group.task.id]
    self             = false
  }]
}
locals {
  task_groups     = [aws_security_group.task.id]
  endpoint_groups = [aws_security_group.endpoint.id]
}
