variable "zones" {
  type = list(string)
}

locals {
  vpc_id = try(aws_vpc.this[0].id, "")
}

resource "aws_vpc" "this" {
  count                = 1
  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_subnet" "private" {
  count             = length(var.zones)
  vpc_id            = local.vpc_id
  cidr_block        = cidrsubnet("10.0.0.0/16", 8, count.index)
  availability_zone = element(var.zones, count.index)
}

resource "aws_route_table" "private" {
  count  = length(var.zones)
  vpc_id = local.vpc_id
}

resource "aws_route_table_association" "private" {
  count          = length(var.zones)
  subnet_id      = element(aws_subnet.private[*].id, count.index)
  route_table_id = element(aws_route_table.private[*].id, count.index)
}

output "vpc_id" {
  value = try(aws_vpc.this[0].id, null)
}

output "cidr_block" {
  value = aws_vpc.this[0].cidr_block
}

output "subnet_ids" {
  value = aws_subnet.private[*].id
}

output "route_table_ids" {
  value = aws_route_table.private[*].id
}
