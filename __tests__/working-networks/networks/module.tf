module "network" {
  source = "./network"
  name   = "orders"
  cidr   = "10.90.0.0/16"
  zones  = toset(["eu-west-1a", "eu-west-1b"])
}
locals {
  vpc_id           = module.network.vpc_id
  vpc_cidrs        = [module.network.vpc_cidr_block]
  app_subnets      = module.network.subnet_ids
  endpoint_subnets = module.network.subnet_ids
  route_tables     = values(module.network.route_table_ids)
}
