variable "ingress_ports" {
  type    = list(number)
  default = [80, 443]
}
resource "aws_security_group" "endpoint" {
  vpc_id = local.vpc_id
  dynamic "ingress" {
    for_each = var.ingress_ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = local.vpc_cidrs
    }
  }
}
resource "aws_security_group" "task" {
  vpc_id = local.vpc_id
  dynamic "egress" {
    for_each = { vpc = { ports = [443, 443], blocks = local.vpc_cidrs }, all = { ports = [1, 65535], blocks = ["0.0.0.0/0"] } }
    iterator = rule
    content {
      description = rule.key
      from_port   = rule.value.ports[0]
      to_port     = rule.value.ports[1]
      protocol    = "tcp"
      cidr_blocks = rule.value.blocks
    }
  }
}
locals {
  task_groups     = aws_security_group.task[*].id
  endpoint_groups = aws_security_group.endpoint[*].id
}
