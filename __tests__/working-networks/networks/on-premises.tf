# Routes to the data centre and to a peer, none to the internet.
resource "aws_vpc" "main" {
  cidr_block           = "10.200.0.0/16"
  enable_dns_hostnames = true
}
resource "aws_ec2_transit_gateway" "hub" {}
resource "aws_ec2_transit_gateway_vpc_attachment" "main" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = aws_vpc.main.id
  subnet_ids         = [aws_subnet.a.id, aws_subnet.b.id]
}
resource "aws_vpc_peering_connection" "tools" {
  vpc_id      = aws_vpc.main.id
  peer_vpc_id = "vpc-0a1b2c3d4e5f60718"
}
resource "aws_subnet" "a" {
  vpc_id               = aws_vpc.main.id
  cidr_block           = "10.200.1.0/24"
  availability_zone_id = "euw1-az1"
}
resource "aws_subnet" "b" {
  vpc_id               = aws_vpc.main.id
  cidr_block           = "10.200.2.0/24"
  availability_zone_id = "euw1-az2"
}
resource "aws_route_table" "main" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block         = "172.16.0.0/12"
    transit_gateway_id = aws_ec2_transit_gateway.hub.id
  }
  route {
    cidr_block                = "10.201.0.0/16"
    vpc_peering_connection_id = aws_vpc_peering_connection.tools.id
  }
}
resource "aws_route_table_association" "a" {
  subnet_id      = aws_subnet.a.id
  route_table_id = aws_route_table.main.id
}
resource "aws_route_table_association" "b" {
  subnet_id      = aws_subnet.b.id
  route_table_id = aws_route_table.main.id
}
locals {
  vpc_id           = aws_vpc.main.id
  vpc_cidrs        = [aws_vpc.main.cidr_block]
  app_subnets      = [aws_subnet.a.id, aws_subnet.b.id]
  endpoint_subnets = [aws_subnet.a.id, aws_subnet.b.id]
  route_tables     = [aws_route_table.main.id]
}
