import type { Verdict } from "../../modules/reachability/model/verdict";

/** A configuration that calls modules of terraform-aws-modules at released versions: vpc 5.21.0, ecs 5.12.1, security-group 5.3.1. */
export interface ModuleCalls {
  /** Name of its folder. */
  readonly folder: string;
  readonly what: string;
  /** What `check DIR` says before any plan. */
  readonly verdict: Verdict;
}

export const MODULE_CALLS: readonly ModuleCalls[] = [
  {
    folder: "all-egress",
    what: "`vpc`, `vpc-endpoints` with subnets for each endpoint, `ecs` with all egress",
    verdict: "proved",
  },
  {
    folder: "egress-to-the-vpc",
    what: "the same with egress to the VPC only, so that S3's prefix list is missing",
    verdict: "broken",
  },
  {
    folder: "subnets-of-the-module",
    what: "the same with subnets and group of all endpoints at `vpc-endpoints`",
    verdict: "proved",
  },
  { folder: "group-of-a-module", what: "the same with the endpoints' group by `security-group`", verdict: "proved" },
];
