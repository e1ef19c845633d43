variable "subnets" {
  type = map(object({ cidr = string, zone = string, endpoints = optional(bool, true) }))
  default = {
    one   = { cidr = "10.20.0.0/20", zone = "eu-west-1a" }
    two   = { cidr = "10.20.16.0/20", zone = "eu-west-1b" }
    third = { cidr = "10.20.32.0/20", zone = "eu-west-1b", endpoints = false }
  }
}
resource "aws_vpc" "vpc" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
}
resource "aws_subnet" "app" {
  for_each          = var.subnets
  vpc_id            = aws_vpc.vpc.id
  cidr_block        = each.value.cidr
  availability_zone = each.value.zone
}
resource "aws_route_table" "app" {
  for_each = aws_subnet.app
  vpc_id   = each.value.vpc_id
}
resource "aws_route_table_association" "app" {
  for_each       = aws_route_table.app
  subnet_id      = aws_subnet.app[each.key].id
  route_table_id = each.value.id
}
locals {
  vpc_id           = aws_vpc.vpc.id
  vpc_cidrs        = [aws_vpc.vpc.cidr_block]
  app_subnets      = values(aws_subnet.app)[*].id
  endpoint_subnets = [for key, subnet in aws_subnet.app : subnet.id if var.subnets[key].endpoints]
  route_tables     = [for table in aws_route_table.app : table.id]
}
