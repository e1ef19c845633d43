# All that leaves the VPC goes to an inspection VPC; AWS is called through endpoints.
data "aws_ec2_transit_gateway" "shared" {
  filter {
    name   = "options.amazon-side-asn"
    values = ["64512"]
  }
}
resource "aws_vpc" "spoke" {
  cidr_block           = "10.77.0.0/20"
  enable_dns_hostnames = true
}
resource "aws_subnet" "spoke" {
  count             = 2
  vpc_id            = aws_vpc.spoke.id
  cidr_block        = element(cidrsubnets(aws_vpc.spoke.cidr_block, 4, 4), count.index)
  availability_zone = format("eu-west-1%s", element(["a", "b"], count.index))
}
resource "aws_route_table" "spoke" {
  vpc_id = aws_vpc.spoke.id
}
resource "aws_route" "inspection" {
  route_table_id         = aws_route_table.spoke.id
  destination_cidr_block = "0.0.0.0/0"
  transit_gateway_id     = data.aws_ec2_transit_gateway.shared.id
}
resource "aws_route_table_association" "spoke" {
  count          = 2
  subnet_id      = aws_subnet.spoke[count.index].id
  route_table_id = aws_route_table.spoke.id
}
locals {
  vpc_id           = aws_vpc.spoke.id
  vpc_cidrs        = [aws_vpc.spoke.cidr_block]
  app_subnets      = aws_subnet.spoke[*].id
  endpoint_subnets = aws_subnet.spoke[*].id
  route_tables     = aws_route_table.spoke[*].id
}
