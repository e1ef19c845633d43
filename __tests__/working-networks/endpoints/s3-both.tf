# S3 by the gateway for the VPC, and by an interface for those who come from the data centre.
resource "aws_vpc_endpoint" "interface" {
  for_each            = { api = "ecr.api", dkr = "ecr.dkr", logs = "logs", secrets = "secretsmanager" }
  vpc_id              = local.vpc_id
  service_name        = "com.amazonaws.eu-west-1.${each.value}"
  vpc_endpoint_type   = "Interface"
  ip_address_type     = "ipv4"
  private_dns_enabled = true
  subnet_ids          = toset(local.endpoint_subnets)
  security_group_ids  = toset(local.endpoint_groups)
  dns_options {
    dns_record_ip_type = "ipv4"
  }
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id          = local.vpc_id
  service_name    = "com.amazonaws.eu-west-1.s3"
  route_table_ids = local.route_tables
}
resource "aws_vpc_endpoint" "s3_interface" {
  vpc_id              = local.vpc_id
  service_name        = "com.amazonaws.eu-west-1.s3"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = local.endpoint_subnets
  security_group_ids  = local.endpoint_groups
  dns_options {
    private_dns_only_for_inbound_resolver_endpoint = true
  }
  depends_on = [aws_vpc_endpoint.s3]
}
locals {
  s3_list = aws_vpc_endpoint.s3.prefix_list_id
}
