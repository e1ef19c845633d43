resource "aws_default_vpc" "default" {
  tags = { Name = "Default VPC" }
}
resource "aws_default_subnet" "a" {
  availability_zone = "eu-west-1a"
}
resource "aws_default_subnet" "b" {
  availability_zone = "eu-west-1b"
}
locals {
  vpc_id           = aws_default_vpc.default.id
  vpc_cidrs        = [aws_default_vpc.default.cidr_block]
  app_subnets      = [aws_default_subnet.a.id, aws_default_subnet.b.id]
  endpoint_subnets = [aws_default_subnet.a.id, aws_default_subnet.b.id]
  route_tables     = [aws_default_vpc.default.main_route_table_id]
}
