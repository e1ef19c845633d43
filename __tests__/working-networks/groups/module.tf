module "groups" {
  source = "./groups"
  for_each = {
    task     = { egress = { all = { cidr = "0.0.0.0/0" } } }
    endpoint = { ingress = { for cidr in local.vpc_cidrs : cidr => { cidr = cidr, port = 443 } } }
  }
  name    = each.key
  vpc_id  = local.vpc_id
  ingress = lookup(each.value, "ingress", {})
  egress  = lookup(each.value, "egress", {})
}
locals {
  task_groups     = [module.groups["task"].id]
  endpoint_groups = [module.groups["endpoint"].id]
}
