# Tasks in public subnets, each with a public address.
resource "aws_vpc" "main" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
}
resource "aws_internet_gateway" "gw" {
  vpc_id = aws_vpc.main.id
}
resource "aws_subnet" "public" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, 2 + count.index)
  availability_zone = "eu-west-1${element(["a", "b"], count.index)}"
}
resource "aws_route" "internet_access" {
  route_table_id         = aws_vpc.main.main_route_table_id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.gw.id
}
locals {
  vpc_id           = aws_vpc.main.id
  vpc_cidrs        = [aws_vpc.main.cidr_block]
  app_subnets      = aws_subnet.public.*.id
  endpoint_subnets = aws_subnet.public.*.id
  route_tables     = [aws_vpc.main.main_route_table_id]
}
