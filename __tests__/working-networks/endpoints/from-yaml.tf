locals {
  wanted = yamldecode(file("${path.module}/endpoints.yaml"))
}
resource "aws_vpc_endpoint" "wanted" {
  for_each            = { for each in local.wanted.interface : each.service => each }
  vpc_id              = local.vpc_id
  service_name        = "com.amazonaws.eu-west-1.${each.key}"
  vpc_endpoint_type   = title("interface")
  private_dns_enabled = each.value.dns
  subnet_ids          = local.endpoint_subnets
  security_group_ids  = local.endpoint_groups
}
resource "aws_vpc_endpoint" "gateway" {
  for_each        = toset(local.wanted.gateway)
  vpc_id          = local.vpc_id
  service_name    = "com.amazonaws.eu-west-1.${each.key}"
  route_table_ids = local.route_tables
}
locals {
  s3_list = aws_vpc_endpoint.gateway["s3"].prefix_list_id
}
