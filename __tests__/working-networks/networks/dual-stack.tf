resource "aws_vpc" "dual" {
  cidr_block                       = "10.50.0.0/16"
  assign_generated_ipv6_cidr_block = true
  enable_dns_hostnames             = true
}
resource "aws_egress_only_internet_gateway" "dual" {
  vpc_id = aws_vpc.dual.id
}
resource "aws_subnet" "dual" {
  count                           = 2
  vpc_id                          = aws_vpc.dual.id
  cidr_block                      = cidrsubnet(aws_vpc.dual.cidr_block, 8, count.index)
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.dual.ipv6_cidr_block, 8, count.index)
  assign_ipv6_address_on_creation = true
  availability_zone               = "eu-west-1${["a", "b"][count.index]}"
}
resource "aws_route_table" "dual" {
  vpc_id = aws_vpc.dual.id
  route {
    ipv6_cidr_block        = "::/0"
    egress_only_gateway_id = aws_egress_only_internet_gateway.dual.id
  }
}
resource "aws_route_table_association" "dual" {
  count          = 2
  subnet_id      = aws_subnet.dual[count.index].id
  route_table_id = aws_route_table.dual.id
}
locals {
  vpc_id           = aws_vpc.dual.id
  vpc_cidrs        = [aws_vpc.dual.cidr_block]
  app_subnets      = aws_subnet.dual[*].id
  endpoint_subnets = aws_subnet.dual[*].id
  route_tables     = [aws_route_table.dual.id]
}
