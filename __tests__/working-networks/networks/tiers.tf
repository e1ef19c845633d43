# Tiers of subnets of one VPC, and endpoints in a tier of their own.
locals {
  zones = ["eu-west-1a", "eu-west-1b"]
  tiers = ["app", "data", "endpoint"]
  subnets = {
    for index, pair in setproduct(local.tiers, local.zones) :
    "${pair[0]}-${pair[1]}" => { tier = pair[0], zone = pair[1], index = index }
  }
}
resource "aws_vpc" "tiers" {
  cidr_block           = "10.40.0.0/16"
  enable_dns_hostnames = true
}
resource "aws_subnet" "each" {
  for_each          = local.subnets
  vpc_id            = aws_vpc.tiers.id
  availability_zone = each.value.zone
  cidr_block        = cidrsubnet(aws_vpc.tiers.cidr_block, 6, each.value.index)
  tags              = { Tier = each.value.tier }
}
resource "aws_route_table" "tier" {
  for_each = toset(local.tiers)
  vpc_id   = aws_vpc.tiers.id
}
resource "aws_route_table_association" "each" {
  for_each       = local.subnets
  subnet_id      = aws_subnet.each[each.key].id
  route_table_id = aws_route_table.tier[each.value.tier].id
}
locals {
  vpc_id           = aws_vpc.tiers.id
  vpc_cidrs        = [aws_vpc.tiers.cidr_block]
  app_subnets      = [for zone in local.zones : aws_subnet.each["app-${zone}"].id]
  endpoint_subnets = [for key, subnet in local.subnets : aws_subnet.each[key].id if subnet.tier == "endpoint"]
  route_tables     = [aws_route_table.tier["app"].id]
}
