resource "aws_vpc" "main" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_support   = true
  enable_dns_hostnames = true
  instance_tenancy     = "default"
}
resource "aws_vpc_dhcp_options" "amazon" {
  domain_name         = "eu-west-1.compute.internal"
  domain_name_servers = ["AmazonProvidedDNS"]
}
resource "aws_vpc_dhcp_options_association" "amazon" {
  vpc_id          = aws_vpc.main.id
  dhcp_options_id = aws_vpc_dhcp_options.amazon.id
}
resource "aws_subnet" "one" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.128.0/24"
  availability_zone = "eu-west-1b"
}
resource "aws_subnet" "two" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.129.0/24"
  availability_zone = "eu-west-1c"
}
resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
  route  = []
}
resource "aws_route_table_association" "private" {
  count          = 2
  subnet_id      = count.index == 0 ? aws_subnet.one.id : aws_subnet.two.id
  route_table_id = aws_route_table.private.id
}
locals {
  vpc_id           = aws_vpc.main.id
  vpc_cidrs        = [aws_vpc.main.cidr_block]
  app_subnets      = [aws_subnet.one.id, aws_subnet.two.id]
  endpoint_subnets = [aws_subnet.one.id, aws_subnet.two.id]
  route_tables     = [aws_route_table.private.id]
}
