resource "aws_vpc_endpoint" "interface" {
  for_each            = toset(["ecr.api", "ecr.dkr", "logs", "secretsmanager"])
  vpc_id              = local.vpc_id
  service_name        = "com.amazonaws.eu-west-1.${each.key}"
  vpc_endpoint_type   = "Interface"
  ip_address_type     = "dualstack"
  private_dns_enabled = true
  subnet_ids          = local.endpoint_subnets
  security_group_ids  = local.endpoint_groups
  dns_options {
    dns_record_ip_type = "dualstack"
  }
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id          = local.vpc_id
  service_name    = "com.amazonaws.eu-west-1.s3"
  route_table_ids = local.route_tables
}
locals {
  s3_list = aws_vpc_endpoint.s3.prefix_list_id
}
