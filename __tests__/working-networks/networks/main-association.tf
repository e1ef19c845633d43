resource "aws_vpc" "main" {
  cidr_block           = "10.1.0.0/16"
  enable_dns_hostnames = true
}
resource "aws_route_table" "isolated" {
  vpc_id = aws_vpc.main.id
}
resource "aws_main_route_table_association" "isolated" {
  vpc_id         = aws_vpc.main.id
  route_table_id = aws_route_table.isolated.id
}
resource "aws_subnet" "isolated" {
  for_each          = { a = 0, b = 1, c = 2 }
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet("10.1.0.0/16", 4, each.value)
  availability_zone = "eu-west-1${each.key}"
}
locals {
  vpc_id           = aws_main_route_table_association.isolated.vpc_id
  vpc_cidrs        = [aws_vpc.main.cidr_block]
  app_subnets      = [for key in ["a", "b", "c"] : aws_subnet.isolated[key].id]
  endpoint_subnets = [aws_subnet.isolated["a"].id, aws_subnet.isolated["b"].id, aws_subnet.isolated["c"].id]
  route_tables     = [aws_route_table.isolated.id]
}
