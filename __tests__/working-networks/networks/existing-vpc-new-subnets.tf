data "aws_vpc" "shared" {
  id = "vpc-0123456789abcdef0"
}
resource "aws_subnet" "team" {
  count             = 2
  vpc_id            = data.aws_vpc.shared.id
  cidr_block        = cidrsubnet(data.aws_vpc.shared.cidr_block, 8, 240 + count.index)
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}
resource "aws_route_table" "team" {
  vpc_id = data.aws_vpc.shared.id
}
resource "aws_route_table_association" "team" {
  count          = 2
  subnet_id      = aws_subnet.team[count.index].id
  route_table_id = aws_route_table.team.id
}
locals {
  vpc_id           = data.aws_vpc.shared.id
  vpc_cidrs        = [data.aws_vpc.shared.cidr_block]
  app_subnets      = aws_subnet.team[*].id
  endpoint_subnets = aws_subnet.team[*].id
  route_tables     = [aws_route_table.team.id]
}
