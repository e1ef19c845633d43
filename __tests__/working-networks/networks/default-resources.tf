# What every VPC comes with, adopted as the provider's pages show it.
resource "aws_vpc" "main" {
  cidr_block           = "10.8.0.0/16"
  enable_dns_hostnames = true
}
resource "aws_default_route_table" "main" {
  default_route_table_id = aws_vpc.main.default_route_table_id
  tags                   = { Name = "main" }
}
resource "aws_default_network_acl" "main" {
  default_network_acl_id = aws_vpc.main.default_network_acl_id
  subnet_ids             = [aws_subnet.a.id, aws_subnet.b.id]
  ingress {
    protocol   = -1
    rule_no    = 100
    action     = "allow"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
  egress {
    protocol   = -1
    rule_no    = 100
    action     = "allow"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
}
resource "aws_default_security_group" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_default_vpc_dhcp_options" "main" {}
resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.8.0.0/24"
  availability_zone = "eu-west-1a"
}
resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.8.1.0/24"
  availability_zone = "eu-west-1b"
}
locals {
  vpc_id           = aws_default_security_group.main.vpc_id
  vpc_cidrs        = [aws_vpc.main.cidr_block]
  app_subnets      = [aws_subnet.a.id, aws_subnet.b.id]
  endpoint_subnets = [aws_subnet.a.id]
  route_tables     = [aws_default_route_table.main.id]
}
