# One group for everything, which lets itself in.
resource "aws_security_group" "everything" {
  vpc_id = local.vpc_id
  ingress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
    self      = true
  }
  egress {
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = ["::/0"]
  }
}
locals {
  task_groups     = [aws_security_group.everything.id]
  endpoint_groups = [aws_security_group.everything.id]
}
