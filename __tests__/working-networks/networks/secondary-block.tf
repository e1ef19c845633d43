resource "aws_vpc" "main" {
  cidr_block           = "10.0.0.0/24"
  enable_dns_hostnames = true
}
resource "aws_vpc_ipv4_cidr_block_association" "pods" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "100.64.0.0/16"
}
resource "aws_subnet" "app" {
  for_each          = toset(["eu-west-1a", "eu-west-1b"])
  vpc_id            = aws_vpc_ipv4_cidr_block_association.pods.vpc_id
  cidr_block        = each.key == "eu-west-1a" ? "100.64.0.0/18" : "100.64.64.0/18"
  availability_zone = each.key
}
resource "aws_subnet" "endpoint" {
  for_each          = { eu-west-1a = "10.0.0.0/27", eu-west-1b = "10.0.0.32/27" }
  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value
  availability_zone = each.key
}
resource "aws_route_table" "app" {
  vpc_id = aws_vpc.main.id
}
resource "aws_route_table_association" "app" {
  for_each       = aws_subnet.app
  subnet_id      = each.value.id
  route_table_id = aws_route_table.app.id
}
locals {
  vpc_id           = aws_vpc.main.id
  vpc_cidrs        = [aws_vpc.main.cidr_block, aws_vpc_ipv4_cidr_block_association.pods.cidr_block]
  app_subnets      = [for subnet in aws_subnet.app : subnet.id]
  endpoint_subnets = [for subnet in aws_subnet.endpoint : subnet.id]
  route_tables     = [aws_route_table.app.id]
}
