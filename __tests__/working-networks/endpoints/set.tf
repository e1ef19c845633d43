data "aws_region" "current" {}
resource "aws_vpc_endpoint" "interface" {
  for_each            = toset(["ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm", "ssmmessages", "kms", "sts", "elasticfilesystem"])
  vpc_id              = local.vpc_id
  service_name        = "com.amazonaws.${data.aws_region.current.name}.${each.value}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = local.endpoint_subnets
  security_group_ids  = local.endpoint_groups
  tags                = { Name = replace(each.key, ".", "-") }
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id            = local.vpc_id
  service_name      = format("com.amazonaws.%s.s3", data.aws_region.current.name)
  vpc_endpoint_type = "Gateway"
  route_table_ids   = local.route_tables
}
locals {
  s3_list = aws_vpc_endpoint.s3.prefix_list_id
}
