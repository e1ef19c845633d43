import { LOAD_BALANCING_ISSUES } from "../../../modules/issues/table/load-balancing-issues";
import { issueTopic } from "./issue-topic";

export const LOAD_BALANCING_TOPIC = issueTopic(LOAD_BALANCING_ISSUES, {
  title: "Load balancers",
  about: "Their subnets, listeners, targets and health checks.",
  entries: {
    "load-balancer-name-invalid": {
      what: "A text is not the name of a load balancer.",
      fix: "Write such a name, or leave it out for one that Terraform makes.",
    },
    "load-balancer-ingress-missing": {
      what: "Nobody may connect to a load balancer.",
      fix: 'Write `ingress: { internet: Peer.cidr("0.0.0.0/0") }` for everybody, or a narrower peer.',
    },
    "load-balancer-subnet-unknown": {
      what: "A load balancer names a subnet that the network does not have.",
      fix: "Write the name of one of the network's subnets; the message lists them.",
    },
    "load-balancer-subnets-share-zone": {
      what: "Two subnets of a load balancer are in one zone.",
      fix: "Name one subnet of each zone.",
    },
    "load-balancer-zones-too-few": {
      what: "The subnets of a load balancer are in too few Availability Zones.",
      fix: "Add a subnet in another zone to the network, or use a `NetworkLoadBalancer`, which takes one.",
    },
    "public-subnet-missing": {
      what: "A load balancer is internet-facing, and its network has no public subnet.",
      fix: 'Add subnets of tier `"public"`, for example by `tieredSubnets()`, or leave `scheme` out for an internal load balancer.',
    },
    "load-balancer-subnet-not-public": {
      what: "An internet-facing load balancer is placed in a subnet that is not public.",
      fix: "Name public subnets only, or leave `subnets` out to get one of each zone.",
    },
    "dualstack-without-ipv6": {
      what: "A load balancer is dual-stack, and some of its subnets have no IPv6 addresses.",
      fix: "Write `ipv6: true` for the network, or in a `Network` literal `ipv6CidrBlock` of the subnets; or leave `ipAddressType` out.",
    },
    "listener-missing": {
      what: "A load balancer has no listener.",
      fix: "Add one, or leave `listeners` out to get the default.",
    },
    "listener-port-taken": {
      what: "Two listeners of a load balancer take the same port.",
      fix: "Give one of the two another port, or remove it.",
    },
    "listener-unknown": {
      what: "A target names a listener that the load balancer does not have.",
      fix: "Write the name of one of its listeners; the message lists them.",
    },
    "listener-unnamed": {
      what: "A load balancer has several listeners, and it is not said which one forwards to a target.",
      fix: "Name the listener: `listener: name`.",
    },
    "https-without-certificate": {
      what: "An HTTPS listener has no certificate.",
      fix: 'Write `Listener.https("arn:aws:acm:<region>:<account>:certificate/<id>")`, or use `Listener.http()`.',
    },
    "redirect-without-https": {
      what: "A listener redirects to a port where there is no HTTPS listener.",
      fix: "Add `Listener.https(certificateArn, { port })` with that port.",
    },
    "load-balancer-without-target": {
      what: "A load balancer, or one of its listeners, forwards to nothing.",
      fix: "Give a service `loadBalancers: [balancer.target({ container, port })]`, or each of several a `balancer.route(…)`; for a network load balancer call `target`, `instances` or `addresses`, or remove the listener.",
    },
    "load-balancer-target-taken": {
      what: "A load balancer, or one of its listeners, has a target already.",
      fix: "On an application load balancer give each further service a `route`. On a network load balancer add a listener with another port, or put all targets into one call.",
    },
    "load-balancer-setting-invalid": {
      what: "A load balancer has a setting that AWS refuses.",
      fix: "Write what the message says, or leave the setting out.",
    },
    "listener-rule-invalid": {
      what: "A route of a load balancer has conditions, a priority or weights that AWS refuses, or it would never take a request.",
      fix: 'Write conditions such as `hosts: ["orders.example.com"]` or `paths: ["/orders/*"]`, and leave the priority out.',
    },
    "listener-rule-taken": {
      what: "Two routes of a load balancer have the same name or priority, or take the same requests.",
      fix: "Give one of the two another name, priority or condition.",
    },
    "health-check-path-malformed": {
      what: "The path of a target group's health check does not start with a slash.",
      fix: "Write the path with a slash in front.",
    },
  },
});
