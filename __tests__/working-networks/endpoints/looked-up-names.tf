data "aws_vpc_endpoint_service" "interface" {
  for_each     = toset(["ecr.api", "ecr.dkr", "logs", "secretsmanager"])
  service      = each.key
  service_type = "Interface"
}
data "aws_vpc_endpoint_service" "s3" {
  service      = "s3"
  service_type = "Gateway"
}
resource "aws_vpc_endpoint" "interface" {
  for_each            = data.aws_vpc_endpoint_service.interface
  vpc_id              = local.vpc_id
  service_name        = each.value.service_name
  vpc_endpoint_type   = each.value.service_type
  private_dns_enabled = true
  subnet_ids          = local.endpoint_subnets
  security_group_ids  = local.endpoint_groups
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id            = local.vpc_id
  service_name      = data.aws_vpc_endpoint_service.s3.service_name
  vpc_endpoint_type = "Gateway"
  route_table_ids   = local.route_tables
}
locals {
  s3_list = aws_vpc_endpoint.s3.prefix_list_id
}
