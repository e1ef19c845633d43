data "aws_availability_zones" "available" {
  state = "available"
}
variable "zone_count" {
  type    = number
  default = 3
}
resource "aws_vpc" "this" {
  cidr_block           = "172.31.0.0/16"
  enable_dns_hostnames = true
  tags                 = { Name = "counted" }
}
resource "aws_subnet" "private" {
  count             = var.zone_count
  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 8, count.index)
  availability_zone = data.aws_availability_zones.available.names[count.index]
}
resource "aws_route_table" "private" {
  count  = var.zone_count
  vpc_id = aws_vpc.this.id
}
resource "aws_route_table_association" "private" {
  count          = var.zone_count
  subnet_id      = element(aws_subnet.private.*.id, count.index)
  route_table_id = element(aws_route_table.private.*.id, count.index)
}
locals {
  vpc_id           = aws_vpc.this.id
  vpc_cidrs        = aws_vpc.this.*.cidr_block
  app_subnets      = aws_subnet.private.*.id
  endpoint_subnets = aws_subnet.private.*.id
  route_tables     = aws_route_table.private.*.id
}
