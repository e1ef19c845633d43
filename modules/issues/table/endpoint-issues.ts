import type { IssueTable } from "./issue-row";

/** Endpoints as they are written, with this library or in Terraform. */
export const ENDPOINT_ISSUES = {
  "endpoint-settings-unused": {
    what: "There are settings for an endpoint that is not created here, or a setting that a gateway endpoint does not have.",
    why: "Settings that nothing reads are a misspelt or a forgotten service. A gateway endpoint is a route, which has a policy and tags only.",
    fix: "Create the endpoint, or remove the settings.",
  },
  "endpoint-ports-unknown": {
    severities: ["error", "note"],
    what: "It is not known on which ports the endpoint of a service listens. In the proof it is a note.",
    why: "The service does not use 443, and AWS documents no ports for it. Security groups open exactly the ports of the endpoints.",
    fix: 'Name them: `settings: { "<service>": { ports: [587] } }`. In Terraform, assure that the security groups and network ACLs admit them.',
  },
  "gateway-endpoint-route-missing": {
    what: "A task subnet has no route table to which a gateway endpoint could be attached.",
    why: "A gateway endpoint is a route. Without it the subnet's calls to the service leave for the internet and time out.",
    fix: "Give the subnet a `routeTable`, as a `PrivateNetwork` does unless told `routeTable: false`, or its `routeTableId` in a `Network` literal.",
  },
  "endpoint-subnet-missing": {
    what: "An interface endpoint is in no subnet: the network has none that holds endpoints, or none is named.",
    why: "An interface endpoint is a network interface in a subnet, and without one there is nothing to connect to.",
    fix: 'Add a subnet of tier `"endpoint"`, or give a task subnet the tier `"shared"`; or leave `subnets` of the endpoint out. In Terraform set `subnet_ids`, one subnet for each zone of the task.',
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
  },
  "endpoint-subnet-unknown": {
    what: "An endpoint names a subnet that the network does not have.",
    why: "The endpoint is placed in the subnets that are named.",
    fix: "Write the name of a subnet of the network; the message lists them.",
  },
  "endpoint-subnets-share-zone": {
    what: "Two subnets of one Availability Zone hold an interface endpoint.",
    why: "AWS takes at most one subnet per zone. Any subnet of the VPC can use the endpoint in the other one.",
    fix: 'Give one of the subnets the tier `"application"`. In Terraform, remove its id from `subnet_ids` of the endpoint.',
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "endpoint-zone-not-offered": {
    what: "An interface endpoint is in a zone in which its service is not offered.",
    why: "AWS refuses the whole endpoint. An endpoint service of somebody is offered in the zones of its load balancer only; for a service of AWS it is known where a data source looks it up.",
    fix: "Place the endpoint in the other zones: name their subnets in `subnets`, in Terraform in `subnet_ids`. Or give the load balancer of the service a subnet in the zone.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html",
  },
  "endpoint-security-group-missing": {
    what: "An interface endpoint has no security group.",
    why: "AWS would give it the VPC's default group, which lets in nothing but itself.",
    fix: "Pass `securityGroupIds` with a group that lets in port 443.",
  },
  "private-dns-without-vpc-dns": {
    what: "Private DNS is on for an endpoint, and DNS support or DNS host names are off in the VPC.",
    why: "AWS refuses private DNS in such a VPC, and without it the service's host name leads to the internet.",
    fix: "Leave `dns` out of the network's properties, as both are on by default, or switch both on in your own VPC.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "service-name-malformed": {
    what: "A text is not the full name of an endpoint service.",
    why: "AWS finds an endpoint service by its name, which has its Region in it, and not by its id.",
    fix: 'Write it as `"com.amazonaws.vpce.eu-west-1.vpce-svc-..."`.',
  },
  "service-in-other-region": {
    what: "An endpoint service is in another Region than the endpoint would look for it.",
    why: "An endpoint finds a service of another Region only if it says so, and only if the service supports the endpoint's Region.",
    fix: "Name its Region: `{ serviceName, region }`. The owner of the service has to list the endpoint's Region in `supportedRegions`.",
  },
} satisfies IssueTable;
