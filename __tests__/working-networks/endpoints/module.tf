module "endpoint" {
  source             = "./endpoint"
  for_each           = toset(["ecr.api", "ecr.dkr", "logs", "secretsmanager"])
  vpc_id             = local.vpc_id
  service            = each.key
  subnet_ids         = local.endpoint_subnets
  security_group_ids = local.endpoint_groups
}
module "s3" {
  source          = "./endpoint"
  vpc_id          = local.vpc_id
  service         = "s3"
  type            = "Gateway"
  route_table_ids = local.route_tables
}
locals {
  s3_list = module.s3.prefix_list_id
}
