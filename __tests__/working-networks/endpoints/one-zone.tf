# One network interface for each service, which saves money: other zones call across.
resource "aws_vpc_endpoint" "interface" {
  for_each            = toset(["ecr.api", "ecr.dkr", "logs", "secretsmanager"])
  vpc_id              = local.vpc_id
  service_name        = "com.amazonaws.eu-west-1.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [local.endpoint_subnets[0]]
  security_group_ids  = local.endpoint_groups
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id          = local.vpc_id
  service_name    = "com.amazonaws.eu-west-1.s3"
  route_table_ids = local.route_tables
}
locals {
  s3_list = data.aws_prefix_list.of_s3.id
}
data "aws_prefix_list" "of_s3" {
  prefix_list_id = aws_vpc_endpoint.s3.prefix_list_id
}
