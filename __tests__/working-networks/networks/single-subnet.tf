resource "aws_vpc" "only" {
  cidr_block           = "10.99.0.0/24"
  enable_dns_hostnames = "true"
}
resource "aws_subnet" "only" {
  vpc_id     = aws_vpc.only.id
  cidr_block = aws_vpc.only.cidr_block
}
resource "aws_route_table" "only" {
  vpc_id = aws_vpc.only.id
}
resource "aws_route_table_association" "only" {
  subnet_id      = aws_subnet.only.id
  route_table_id = aws_route_table.only.id
}
locals {
  vpc_id           = aws_vpc.only.id
  vpc_cidrs        = [aws_vpc.only.cidr_block]
  app_subnets      = [aws_subnet.only.id]
  endpoint_subnets = [aws_subnet.only.id]
  route_tables     = [aws_route_table.only.id]
}
