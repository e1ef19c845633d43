# Nobody has changed the default group of a new VPC.
data "aws_security_group" "default" {
  vpc_id = local.vpc_id
  name   = "default"
}
locals {
  task_groups     = [data.aws_security_group.default.id]
  endpoint_groups = [data.aws_security_group.default.id]
}
