# Everything leaves over a transit gateway and the NAT gateway of another VPC. The transit gateway keeps its own route table.
resource "aws_vpc" "spoke" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
}
resource "aws_subnet" "spoke" {
  count             = 2
  vpc_id            = aws_vpc.spoke.id
  cidr_block        = cidrsubnet(aws_vpc.spoke.cidr_block, 8, count.index)
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}
resource "aws_default_route_table" "spoke" {
  default_route_table_id = aws_vpc.spoke.default_route_table_id
  route {
    cidr_block         = "0.0.0.0/0"
    transit_gateway_id = aws_ec2_transit_gateway.company.id
  }
}
resource "aws_ec2_transit_gateway" "company" {
  description = "company"
}
resource "aws_ec2_transit_gateway_vpc_attachment" "spoke" {
  transit_gateway_id = aws_ec2_transit_gateway.company.id
  vpc_id             = aws_vpc.spoke.id
  subnet_ids         = aws_subnet.spoke[*].id
}
resource "aws_ec2_transit_gateway_vpc_attachment" "egress" {
  transit_gateway_id = aws_ec2_transit_gateway.company.id
  vpc_id             = aws_vpc.egress.id
  subnet_ids         = [aws_subnet.attached.id]
}
resource "aws_ec2_transit_gateway_route" "internet" {
  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.egress.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway.company.association_default_route_table_id
}
resource "aws_vpc" "egress" {
  cidr_block = "192.168.0.0/24"
}
resource "aws_internet_gateway" "egress" {
  vpc_id = aws_vpc.egress.id
}
resource "aws_subnet" "attached" {
  vpc_id            = aws_vpc.egress.id
  cidr_block        = "192.168.0.0/28"
  availability_zone = "eu-west-1a"
}
resource "aws_subnet" "nat" {
  vpc_id            = aws_vpc.egress.id
  cidr_block        = "192.168.0.16/28"
  availability_zone = "eu-west-1a"
}
resource "aws_eip" "nat" {
  domain = "vpc"
}
resource "aws_nat_gateway" "nat" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.nat.id
  depends_on    = [aws_internet_gateway.egress]
}
resource "aws_route_table" "attached" {
  vpc_id = aws_vpc.egress.id
  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.nat.id
  }
}
resource "aws_route_table" "nat" {
  vpc_id = aws_vpc.egress.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.egress.id
  }
  route {
    cidr_block         = "10.0.0.0/8"
    transit_gateway_id = aws_ec2_transit_gateway.company.id
  }
}
resource "aws_route_table_association" "attached" {
  subnet_id      = aws_subnet.attached.id
  route_table_id = aws_route_table.attached.id
}
resource "aws_route_table_association" "nat" {
  subnet_id      = aws_subnet.nat.id
  route_table_id = aws_route_table.nat.id
}
locals {
  vpc_id           = aws_vpc.spoke.id
  vpc_cidrs        = [aws_vpc.spoke.cidr_block]
  app_subnets      = aws_subnet.spoke[*].id
  endpoint_subnets = aws_subnet.spoke[*].id
  route_tables     = [aws_default_route_table.spoke.id]
}
