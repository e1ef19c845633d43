# No association: all subnets have the main route table.
resource "aws_vpc" "small" {
  cidr_block           = "192.168.0.0/24"
  enable_dns_hostnames = true
}
resource "aws_subnet" "left" {
  vpc_id            = aws_vpc.small.id
  cidr_block        = "192.168.0.0/26"
  availability_zone = "eu-west-1a"
}
resource "aws_subnet" "right" {
  vpc_id            = aws_vpc.small.id
  cidr_block        = "192.168.0.64/26"
  availability_zone = "eu-west-1c"
}
locals {
  vpc_id           = aws_vpc.small.id
  vpc_cidrs        = [aws_vpc.small.cidr_block]
  app_subnets      = [aws_subnet.left.id, aws_subnet.right.id]
  endpoint_subnets = [aws_subnet.left.id, aws_subnet.right.id]
  route_tables     = [aws_vpc.small.main_route_table_id]
}
