import { EndpointPlan, Peer } from "../../../modules";
import { ordersTask } from "../../support/orders";
import { internet, orders, type Pair, subnet, web } from "./pair";

const own = { peer: Peer.cidr("10.9.0.0/16"), port: 443 };
const wayOut = {
  subnets: [subnet("app", "shared", 1, { wayOut: "nat-gateway" }), subnet("public", "public", 3)],
  natGateways: "one",
} as const;

/** What is wrong with how a service, its network and its endpoints are put together. */
export const SERVICE_PAIRS: readonly Pair[] = [
  {
    name: "an interface endpoint that is missing",
    early: "endpoint-missing",
    late: "endpoint-missing",
    build: (stack, hasFault) => orders(stack, hasFault ? { endpoints: { services: ["s3", "ecr.dkr", "logs"] } } : {}),
  },
  {
    name: "a gateway endpoint that is missing",
    early: "endpoint-missing",
    late: "endpoint-missing",
    build: (stack, hasFault) =>
      orders(stack, hasFault ? { endpoints: { services: ["ecr.api", "ecr.dkr", "logs"] } } : {}),
  },
  {
    name: "a security group that shuts the way out to a service",
    early: "egress-missing",
    late: "task-egress-missing",
    build: (stack, hasFault) => {
      const services = EndpointPlan.forTasks([ordersTask]).endpoints.flatMap(({ service }) =>
        service === "logs" ? [] : service,
      );
      const service = hasFault ? {} : { service: { securityGroup: { egress: { internet } } } };
      orders(stack, { network: wayOut, endpoints: { services }, ...service });
    },
  },
  {
    name: "a security group that shuts the way out to a registry",
    early: "egress-missing",
    late: "task-egress-missing",
    build: (stack, hasFault) => {
      const service = hasFault ? {} : { service: { securityGroup: { egress: { internet } } } };
      orders(stack, { task: web, network: wayOut, ...service });
    },
  },
  {
    name: "an egress rule in the place of that to the interface endpoints",
    early: "egress-rule-name-taken",
    late: "task-egress-missing",
    build: (stack, hasFault) =>
      orders(stack, { service: { securityGroup: { egress: { [hasFault ? "endpoints" : "own"]: own } } } }),
  },
  {
    name: "an egress rule in the place of that to the gateway endpoint",
    early: "egress-rule-name-taken",
    late: "task-egress-prefix-list-missing",
    build: (stack, hasFault) =>
      orders(stack, { service: { securityGroup: { egress: { [hasFault ? "s3" : "own"]: own } } } }),
  },
  {
    name: "a service in no subnet",
    early: "task-subnet-missing",
    late: "task-network-unknown",
    severities: ["error", "note"],
    build: (stack, hasFault) => orders(stack, hasFault ? { service: { subnets: [] } } : {}),
  },
  {
    name: "a service in a subnet that there is not",
    early: "task-subnet-unknown",
    late: "task-network-unknown",
    severities: ["error", "note"],
    build: (stack, hasFault) => orders(stack, hasFault ? { service: { subnets: ["nowhere"] } } : {}),
  },
];
