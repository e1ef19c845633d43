provider "aws" {
  region = local.region
}
locals {
  name   = "ex"
  region = "eu-west-1"
  cidr   = "10.0.0.0/16"
  azs    = slice(data.aws_availability_zones.available.names, 0, 2)
}
data "aws_availability_zones" "available" {}
module "vpc" {
  source               = "terraform-aws-modules/vpc/aws"
  version              = "5.21.0"
  name                 = local.name
  cidr                 = local.cidr
  azs                  = local.azs
  private_subnets      = [for k, v in local.azs : cidrsubnet(local.cidr, 4, k)]
  enable_dns_hostnames = true
  enable_nat_gateway   = false
}
module "endpoints" {
  source                     = "terraform-aws-modules/vpc/aws//modules/vpc-endpoints"
  version                    = "5.21.0"
  vpc_id                     = module.vpc.vpc_id
  create_security_group      = true
  security_group_name_prefix = "${local.name}-endpoints-"
  security_group_rules = {
    ingress_https = { cidr_blocks = [module.vpc.vpc_cidr_block] }
  }
  endpoints = {
    s3      = { service = "s3", service_type = "Gateway", route_table_ids = module.vpc.private_route_table_ids }
    ecr_api = { service = "ecr.api", private_dns_enabled = true, subnet_ids = module.vpc.private_subnets }
    ecr_dkr = { service = "ecr.dkr", private_dns_enabled = true, subnet_ids = module.vpc.private_subnets }
    logs    = { service = "logs", private_dns_enabled = true, subnet_ids = module.vpc.private_subnets }
  }
}
resource "aws_ecr_repository" "app" { name = "app" }
module "ecs" {
  source       = "terraform-aws-modules/ecs/aws"
  version      = "5.12.1"
  cluster_name = local.name
  services = {
    app = {
      cpu                    = 512
      memory                 = 1024
      enable_execute_command = false
      container_definitions = {
        app = {
          image         = "${aws_ecr_repository.app.repository_url}:1"
          essential     = true
          port_mappings = [{ name = "app", containerPort = 8080, protocol = "tcp" }]
        }
      }
      subnet_ids = module.vpc.private_subnets
      security_group_rules = {
        egress_all = { type = "egress", from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }
      }
    }
  }
}
