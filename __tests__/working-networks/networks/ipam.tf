data "aws_vpc_ipam_pool" "regional" {
  filter {
    name   = "locale"
    values = ["eu-west-1"]
  }
}
resource "aws_vpc" "main" {
  ipv4_ipam_pool_id    = data.aws_vpc_ipam_pool.regional.id
  ipv4_netmask_length  = 22
  enable_dns_hostnames = true
}
resource "aws_subnet" "main" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 2, count.index)
  availability_zone = "eu-west-1${["a", "b"][count.index]}"
}
resource "aws_route_table" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_route_table_association" "main" {
  count          = 2
  subnet_id      = aws_subnet.main[count.index].id
  route_table_id = aws_route_table.main.id
}
locals {
  vpc_id           = aws_vpc.main.id
  vpc_cidrs        = [aws_vpc.main.cidr_block]
  app_subnets      = aws_subnet.main[*].id
  endpoint_subnets = aws_subnet.main[*].id
  route_tables     = [aws_route_table.main.id]
}
