# The images by endpoints, the rest by the way out.
resource "aws_vpc_endpoint" "ecr" {
  for_each            = toset(["ecr.api", "ecr.dkr"])
  vpc_id              = local.vpc_id
  service_name        = "com.amazonaws.eu-west-1.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = local.endpoint_subnets
  security_group_ids  = local.endpoint_groups
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id          = local.vpc_id
  service_name    = "com.amazonaws.eu-west-1.s3"
  route_table_ids = local.route_tables
}
locals {
  s3_list = aws_vpc_endpoint.s3.prefix_list_id
}
