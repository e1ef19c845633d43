# An endpoint, and everything that belongs to it in resources of its own.
locals {
  attached = { for pair in setproduct(["ecr.api", "ecr.dkr", "logs", "secretsmanager"], range(length(local.endpoint_subnets))) : "${pair[0]} ${pair[1]}" => { service = pair[0], subnet = local.endpoint_subnets[pair[1]] } }
}
resource "aws_vpc_endpoint" "interface" {
  for_each          = toset(["ecr.api", "ecr.dkr", "logs", "secretsmanager"])
  vpc_id            = local.vpc_id
  service_name      = "com.amazonaws.eu-west-1.${each.key}"
  vpc_endpoint_type = "Interface"
}
resource "aws_vpc_endpoint_subnet_association" "interface" {
  for_each        = local.attached
  vpc_endpoint_id = aws_vpc_endpoint.interface[each.value.service].id
  subnet_id       = each.value.subnet
}
resource "aws_vpc_endpoint_security_group_association" "interface" {
  for_each                    = aws_vpc_endpoint.interface
  vpc_endpoint_id             = each.value.id
  security_group_id           = local.endpoint_groups[0]
  replace_default_association = true
}
resource "aws_vpc_endpoint_private_dns" "interface" {
  for_each            = aws_vpc_endpoint.interface
  vpc_endpoint_id     = each.value.id
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id       = local.vpc_id
  service_name = "com.amazonaws.eu-west-1.s3"
}
resource "aws_vpc_endpoint_route_table_association" "s3" {
  for_each        = { for index, table in local.route_tables : index => table }
  vpc_endpoint_id = aws_vpc_endpoint.s3.id
  route_table_id  = each.value
}
locals {
  s3_list = aws_vpc_endpoint.s3.prefix_list_id
}
