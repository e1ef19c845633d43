variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "ingress_source_groups" {
  type    = list(string)
  default = []
}

variable "egress_cidr_blocks" {
  type    = list(string)
  default = []
}

variable "egress_prefix_lists" {
  type    = list(string)
  default = []
}

resource "aws_security_group" "this" {
  name_prefix = "${var.name}-"
  vpc_id      = var.vpc_id
}

resource "aws_security_group_rule" "ingress" {
  count = length(var.ingress_source_groups)

  type                     = "ingress"
  security_group_id        = aws_security_group.this.id
  protocol                 = "tcp"
  from_port                = 443
  to_port                  = 443
  source_security_group_id = var.ingress_source_groups[count.index]
}

resource "aws_security_group_rule" "egress" {
  count = length(concat(var.egress_cidr_blocks, var.egress_prefix_lists)) > 0 ? 1 : 0

  type              = "egress"
  security_group_id = aws_security_group.this.id
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_blocks       = var.egress_cidr_blocks
  prefix_list_ids   = var.egress_prefix_lists
}

output "id" {
  value = aws_security_group.this.id
}
