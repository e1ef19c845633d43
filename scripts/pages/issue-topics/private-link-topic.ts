import { PRIVATE_LINK_ISSUES } from "../../../modules/issues/table/private-link-issues";
import { issueTopic } from "./issue-topic";

export const PRIVATE_LINK_TOPIC = issueTopic(PRIVATE_LINK_ISSUES, {
  title: "Endpoint services",
  about: "What you offer by PrivateLink, and who may connect to it.",
  entries: {
    "endpoint-service-load-balancer-missing": {
      what: "An endpoint service has no load balancer.",
      fix: "Pass a `NetworkLoadBalancer`: `loadBalancers: [balancer]`.",
    },
    "endpoint-service-without-ipv6": {
      what: "An endpoint service offers IPv6, and one of its load balancers is not dual-stack.",
      fix: 'Write `ipAddressType: "dualstack"` for the load balancer, or leave `"ipv6"` out.',
    },
    "allowed-principals-missing": {
      what: "Nobody may connect to an endpoint service.",
      fix: 'Name the accounts of the consumers: `allowedPrincipals: ["arn:aws:iam::123456789012:root"]`.',
    },
    "principal-malformed": {
      what: "A text is not a principal that can be allowed to connect.",
      fix: 'Write for example `"arn:aws:iam::123456789012:root"` for a whole account, or a user or role without a path.',
    },
    "endpoint-service-public": {
      what: "Everybody may connect to an endpoint service, and nobody has to accept it.",
      fix: "Leave `acceptanceRequired` out, as it is true by default, or name the principals.",
    },
    "cross-region-zones-too-few": {
      what: "An endpoint service is offered to other Regions, and its load balancer stands in fewer than two zones.",
      fix: "Give the load balancer a subnet in another zone, or leave `supportedRegions` out.",
    },
    "private-dns-name-malformed": {
      what: "The private DNS name of an endpoint service is not a name that consumers could use.",
      fix: 'Write for example `"orders.example.com"`.',
    },
    "acceptance-not-required": {
      what: "A connection to an endpoint service is accepted, and the service does not require acceptance.",
      fix: "Remove the call of `accept`, or leave `acceptanceRequired` out, as it is true by default.",
    },
  },
});
