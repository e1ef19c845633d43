# Modules in the style of terraform-aws-modules: everything switched by variables, maps of objects, locals in between.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = local.region
}

locals {
  name   = "orders"
  region = "eu-west-1"
  azs    = formatlist("${local.region}%s", ["a", "b"])
  cidr   = "10.10.0.0/16"
  tags   = { Example = local.name }
}

data "aws_caller_identity" "current" {}

module "vpc" {
  source = "./vpc"

  name = local.name
  cidr = local.cidr
  azs  = local.azs

  private_subnets = [for index, az in local.azs : cidrsubnet(local.cidr, 8, index)]
  intra_subnets   = [for index, az in local.azs : cidrsubnet(local.cidr, 8, index + 50)]

  single_private_route_table     = false
  manage_default_security_group  = true
  default_security_group_ingress = []
  default_security_group_egress  = []

  tags = local.tags
}

module "endpoints" {
  source = "./vpc-endpoints"

  vpc_id     = module.vpc.vpc_id
  subnet_ids = module.vpc.intra_subnets

  create_security_group = true
  security_group_name   = "${local.name}-endpoints"
  security_group_rules = {
    ingress_https = {
      description = "HTTPS from the VPC"
      cidr_blocks = [module.vpc.vpc_cidr_block]
    }
  }

  endpoints = {
    s3 = {
      service         = "s3"
      service_type    = "Gateway"
      route_table_ids = flatten([module.vpc.private_route_table_ids, module.vpc.intra_route_table_ids])
      policy          = data.aws_iam_policy_document.image_layers.json
      tags            = { Name = "s3" }
    }
    dynamodb = {
      service         = "dynamodb"
      service_type    = "Gateway"
      route_table_ids = flatten([module.vpc.private_route_table_ids, module.vpc.intra_route_table_ids])
    }
    "ecr.api" = {
      service             = "ecr.api"
      private_dns_enabled = true
      policy              = data.aws_iam_policy_document.images.json
    }
    "ecr.dkr" = {
      service             = "ecr.dkr"
      private_dns_enabled = true
    }
    logs = {
      service             = "logs"
      private_dns_enabled = true
      create              = true
    }
    ssm = {
      service             = "ssm"
      private_dns_enabled = true
    }
    kms = {
      service = "kms"
      create  = false
    }
  }

  tags = merge(local.tags, { Endpoint = "true" })
}

data "aws_iam_policy_document" "image_layers" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::prod-${local.region}-starport-layer-bucket/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

data "aws_iam_policy_document" "images" {
  statement {
    actions   = ["ecr:*"]
    resources = ["*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

module "cluster" {
  source = "./ecs-cluster"
  name   = local.name
}

module "service" {
  source = "./ecs-service"

  name        = local.name
  cluster_arn = module.cluster.arn
  cpu         = 512
  memory      = 1024

  container_definitions = {
    api = {
      image = "${data.aws_caller_identity.current.account_id}.dkr.ecr.${local.region}.amazonaws.com/orders:1.4.2"
      port_mappings = [
        { name = "api", containerPort = 8080, protocol = "tcp" },
      ]
      secrets = [
        { name = "TOKEN", valueFrom = "arn:aws:ssm:${local.region}:${data.aws_caller_identity.current.account_id}:parameter/orders/token" },
      ]
    }
    sidecar = {
      image     = "${data.aws_caller_identity.current.account_id}.dkr.ecr.${local.region}.amazonaws.com/sidecar:2"
      essential = false
    }
  }

  subnet_ids = module.vpc.private_subnets
  security_group_egress_rules = {
    endpoints = {
      from_port                    = 443
      referenced_security_group_id = module.endpoints.security_group_id
    }
    s3 = {
      from_port      = 443
      prefix_list_id = module.endpoints.endpoints["s3"].prefix_list_id
    }
  }

  tags = local.tags
}
