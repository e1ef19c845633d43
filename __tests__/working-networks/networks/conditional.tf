variable "create_vpc" {
  type    = bool
  default = true
}
variable "single_table" {
  type    = bool
  default = false
}
locals {
  cidrs = ["10.10.1.0/24", "10.10.2.0/24", "10.10.3.0/24"]
}
resource "aws_vpc" "this" {
  count                = var.create_vpc ? 1 : 0
  cidr_block           = "10.10.0.0/16"
  enable_dns_hostnames = true
}
resource "aws_subnet" "intra" {
  count             = var.create_vpc && length(local.cidrs) > 0 ? length(local.cidrs) : 0
  vpc_id            = try(aws_vpc.this[0].id, null)
  cidr_block        = element(concat(local.cidrs, [""]), count.index)
  availability_zone = element(["eu-west-1a", "eu-west-1b"], count.index)
}
resource "aws_route_table" "intra" {
  count  = var.create_vpc ? (var.single_table ? 1 : length(local.cidrs)) : 0
  vpc_id = one(aws_vpc.this[*].id)
}
resource "aws_route_table_association" "intra" {
  count          = length(aws_subnet.intra)
  subnet_id      = aws_subnet.intra[count.index].id
  route_table_id = aws_route_table.intra[var.single_table ? 0 : count.index].id
}
locals {
  vpc_id           = one(aws_vpc.this[*].id)
  vpc_cidrs        = compact([try(aws_vpc.this[0].cidr_block, "")])
  app_subnets      = aws_subnet.intra[*].id
  endpoint_subnets = slice(aws_subnet.intra[*].id, 0, 2)
  route_tables     = aws_route_table.intra[*].id
}
