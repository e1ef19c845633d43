# The VPC is another team's: everything is looked up.
data "aws_vpc" "shared" {
  tags = { Name = "shared" }
}
data "aws_subnets" "private" {
  filter {
    name   = "vpc-id"
    values = [data.aws_vpc.shared.id]
  }
  tags = { Tier = "private" }
}
data "aws_route_tables" "private" {
  vpc_id = data.aws_vpc.shared.id
}
locals {
  vpc_id           = data.aws_vpc.shared.id
  vpc_cidrs        = [data.aws_vpc.shared.cidr_block]
  app_subnets      = data.aws_subnets.private.ids
  endpoint_subnets = data.aws_subnets.private.ids
  route_tables     = data.aws_route_tables.private.ids
}
