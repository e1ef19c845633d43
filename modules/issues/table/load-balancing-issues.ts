import type { IssueTable } from "./issue-row";

/** Load balancers, their listeners and targets. */
export const LOAD_BALANCING_ISSUES = {
  "load-balancer-name-invalid": {
    why: 'AWS takes 1 to 32 letters, digits and hyphens, no hyphen at either end, and no "internal-" in front',
  },
  "load-balancer-ingress-missing": { why: "its security group lets in what is said here and nothing else" },
  "load-balancer-subnet-unknown": { why: "the load balancer is placed in the subnets that are named" },
  "load-balancer-subnets-share-zone": { why: "a load balancer takes one subnet of each Availability Zone" },
  "load-balancer-zones-too-few": {
    why: "AWS refuses an application load balancer with subnets in fewer than two zones; every load balancer stands in at least one",
  },
  "public-subnet-missing": { why: "nobody reaches it where the route table leads to no internet gateway" },
  "load-balancer-subnet-not-public": { why: "answers of its node there find no route to the internet" },
  "dualstack-without-ipv6": { why: "a dual-stack load balancer takes an IPv6 address of each of its subnets" },
  "listener-missing": { why: "a load balancer takes connections on the ports of its listeners only" },
  "listener-port-taken": { why: "a load balancer has one listener for each port" },
  "listener-unknown": { why: "a target is reached by a listener of its load balancer" },
  "listener-unnamed": { why: "each listener of a network load balancer has a target of its own" },
  "https-without-certificate": {
    why: "the load balancer proves with a certificate who it is; AWS refuses the listener without one",
  },
  "redirect-without-https": { why: "whoever follows the redirect would find nobody there" },
  "load-balancer-without-target": { why: "a listener is made with the target that it forwards to" },
  "load-balancer-target-taken": { why: "a listener forwards to one target group" },
  "load-balancer-setting-invalid": { why: "AWS refuses the load balancer" },
  "listener-rule-invalid": { why: "AWS refuses the rule, or it would never take a request" },
  "listener-rule-taken": {
    why: "the rules of a listener have different priorities, and a request goes by the first that takes it",
  },
  "health-check-path-malformed": {
    why: "it is the path of an HTTP request; AWS refuses a target group without the slash",
  },
} as const satisfies IssueTable;
