# Spokes and an egress VPC in all zones, with a route table of the transit gateway for either side, so that spokes do not meet.
locals {
  zones  = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  spokes = { orders = "10.30.0.0/16", billing = "10.31.0.0/16" }
  egress = "100.64.0.0/24"
  sides  = toset(["spokes", "egress"])
  app    = { for place in setproduct(keys(local.spokes), range(3)) : "${place[0]}-${place[1]}" => { spoke = place[0], zone = place[1] } }
}
resource "aws_ec2_transit_gateway" "main" {
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
}
resource "aws_ec2_transit_gateway_route_table" "side" {
  for_each           = local.sides
  transit_gateway_id = aws_ec2_transit_gateway.main.id
}
resource "aws_vpc" "spoke" {
  for_each             = local.spokes
  cidr_block           = each.value
  enable_dns_hostnames = true
}
resource "aws_subnet" "app" {
  for_each          = local.app
  vpc_id            = aws_vpc.spoke[each.value.spoke].id
  cidr_block        = cidrsubnet(local.spokes[each.value.spoke], 8, each.value.zone)
  availability_zone = local.zones[each.value.zone]
}
resource "aws_subnet" "link" {
  for_each          = local.app
  vpc_id            = aws_vpc.spoke[each.value.spoke].id
  cidr_block        = cidrsubnet(local.spokes[each.value.spoke], 12, 4080 + each.value.zone)
  availability_zone = local.zones[each.value.zone]
}
resource "aws_route_table" "app" {
  for_each = local.spokes
  vpc_id   = aws_vpc.spoke[each.key].id
}
resource "aws_route" "out" {
  for_each               = local.spokes
  route_table_id         = aws_route_table.app[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  transit_gateway_id     = aws_ec2_transit_gateway.main.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.spoke]
}
resource "aws_route_table_association" "app" {
  for_each       = local.app
  subnet_id      = aws_subnet.app[each.key].id
  route_table_id = aws_route_table.app[each.value.spoke].id
}
resource "aws_ec2_transit_gateway_vpc_attachment" "spoke" {
  for_each                                        = local.spokes
  transit_gateway_id                              = aws_ec2_transit_gateway.main.id
  vpc_id                                          = aws_vpc.spoke[each.key].id
  subnet_ids                                      = [for zone in range(3) : aws_subnet.link["${each.key}-${zone}"].id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
}
resource "aws_ec2_transit_gateway_route_table_association" "spoke" {
  for_each                       = aws_ec2_transit_gateway_vpc_attachment.spoke
  transit_gateway_attachment_id  = each.value.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.side["spokes"].id
}
resource "aws_ec2_transit_gateway_route_table_propagation" "spoke" {
  for_each                       = aws_ec2_transit_gateway_vpc_attachment.spoke
  transit_gateway_attachment_id  = each.value.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.side["egress"].id
}
resource "aws_ec2_transit_gateway_route" "out" {
  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.egress.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.side["spokes"].id
}
# No spoke reaches another one by the egress VPC.
resource "aws_ec2_transit_gateway_route" "private" {
  for_each                       = toset(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"])
  destination_cidr_block         = each.value
  blackhole                      = true
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.side["spokes"].id
}
resource "aws_vpc" "egress" {
  cidr_block = local.egress
}
resource "aws_internet_gateway" "egress" {
  vpc_id = aws_vpc.egress.id
}
resource "aws_subnet" "link_egress" {
  count             = 3
  vpc_id            = aws_vpc.egress.id
  cidr_block        = cidrsubnet(local.egress, 4, count.index)
  availability_zone = local.zones[count.index]
}
resource "aws_subnet" "public" {
  count             = 3
  vpc_id            = aws_vpc.egress.id
  cidr_block        = cidrsubnet(local.egress, 4, count.index + 8)
  availability_zone = local.zones[count.index]
}
resource "aws_eip" "nat" {
  count  = 3
  domain = "vpc"
}
resource "aws_nat_gateway" "zone" {
  count         = 3
  allocation_id = aws_eip.nat[count.index].id
  subnet_id     = aws_subnet.public[count.index].id
}
resource "aws_route_table" "link_egress" {
  count  = 3
  vpc_id = aws_vpc.egress.id
}
resource "aws_route" "nat" {
  count                  = 3
  route_table_id         = aws_route_table.link_egress[count.index].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.zone[count.index].id
}
resource "aws_route_table_association" "link_egress" {
  count          = 3
  subnet_id      = aws_subnet.link_egress[count.index].id
  route_table_id = aws_route_table.link_egress[count.index].id
}
resource "aws_route_table" "public" {
  vpc_id = aws_vpc.egress.id
}
resource "aws_route" "internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.egress.id
}
resource "aws_route" "back" {
  for_each               = local.spokes
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = each.value
  transit_gateway_id     = aws_ec2_transit_gateway.main.id
}
resource "aws_route_table_association" "public" {
  count          = 3
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}
resource "aws_ec2_transit_gateway_vpc_attachment" "egress" {
  transit_gateway_id                              = aws_ec2_transit_gateway.main.id
  vpc_id                                          = aws_vpc.egress.id
  subnet_ids                                      = aws_subnet.link_egress[*].id
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
}
resource "aws_ec2_transit_gateway_route_table_association" "egress" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.egress.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.side["egress"].id
}
locals {
  vpc_id           = aws_vpc.spoke["orders"].id
  vpc_cidrs        = [local.spokes.orders]
  app_subnets      = [for zone in range(3) : aws_subnet.app["orders-${zone}"].id]
  endpoint_subnets = local.app_subnets
  route_tables     = [aws_route_table.app["orders"].id]
}
