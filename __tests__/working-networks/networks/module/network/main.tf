variable "name" {
  type = string
}
variable "cidr" {
  type = string
}
variable "zones" {
  type = set(string)
}
locals {
  blocks = zipmap(sort(var.zones), [for index in range(length(var.zones)) : cidrsubnet(var.cidr, 4, index)])
}
resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_hostnames = true
  tags                 = { Name = var.name }
}
resource "aws_subnet" "this" {
  for_each          = local.blocks
  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value
}
resource "aws_route_table" "this" {
  for_each = var.zones
  vpc_id   = aws_vpc.this.id
}
resource "aws_route_table_association" "this" {
  for_each       = var.zones
  subnet_id      = aws_subnet.this[each.value].id
  route_table_id = aws_route_table.this[each.value].id
}
output "vpc_id" {
  value = aws_vpc.this.id
}
output "vpc_cidr_block" {
  value = aws_vpc.this.cidr_block
}
output "subnet_ids" {
  value = [for subnet in aws_subnet.this : subnet.id]
}
output "route_table_ids" {
  value = { for zone, table in aws_route_table.this : zone => table.id }
}
