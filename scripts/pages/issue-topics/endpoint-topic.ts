import { ENDPOINT_ISSUES } from "../../../modules/issues/table/endpoint-issues";
import { issueTopic } from "./issue-topic";

export const ENDPOINT_TOPIC = issueTopic(ENDPOINT_ISSUES, {
  title: "Endpoints",
  about: "Gateway and interface endpoints as they are written.",
  entries: {
    "endpoint-settings-unused": {
      what: "There are settings for an endpoint that is not created here, or a setting that a gateway endpoint does not have.",
      fix: "Create the endpoint, or remove the settings.",
    },
    "endpoint-ports-unknown": {
      what: "It is not known on which ports the endpoint of a service listens. In the proof it is a note.",
      fix: 'Name them: `settings: { "<service>": { ports: [587] } }`. In Terraform, assure that the security groups and network ACLs admit them.',
    },
    "gateway-endpoint-route-missing": {
      what: "A task subnet has no route table to which a gateway endpoint could be attached.",
      fix: "Give the subnet a `routeTable`, as a `PrivateNetwork` does unless told `routeTable: false`, or its `routeTableId` in a `Network` literal.",
    },
    "endpoint-subnet-missing": {
      what: "An interface endpoint is in no subnet: the network has none that holds endpoints, or none is named.",
      fix: 'Add a subnet of tier `"endpoint"`, or give a task subnet the tier `"shared"`; or leave `subnets` of the endpoint out. In Terraform set `subnet_ids`, one subnet for each zone of the task.',
    },
    "endpoint-subnet-unknown": {
      what: "An endpoint names a subnet that the network does not have.",
      fix: "Write the name of a subnet of the network; the message lists them.",
    },
    "hub-host-name-unknown": {
      what: "The host names of a service that a hub is to offer are not established.",
      fix: "Leave the service out of the hub, and give each spoke an endpoint for it.",
    },
    "endpoint-subnets-share-zone": {
      what: "Two subnets of one Availability Zone hold an interface endpoint.",
      fix: 'Give one of the subnets the tier `"application"`. In Terraform, remove its id from `subnet_ids` of the endpoint.',
    },
    "endpoint-zone-not-offered": {
      what: "An interface endpoint is in a zone in which its service is not offered.",
      fix: "Place the endpoint in the other zones: name their subnets in `subnets`, in Terraform in `subnet_ids`. Or give the load balancer of the service a subnet in the zone.",
    },
    "endpoint-security-group-missing": {
      what: "An interface endpoint has no security group.",
      fix: "Pass `securityGroupIds` with a group that lets in port 443.",
    },
    "private-dns-without-vpc-dns": {
      what: "Private DNS is on for an endpoint, and DNS support or DNS host names are off in the VPC.",
      fix: "Leave `dns` out of the network's properties, as both are on by default, or switch both on in your own VPC.",
    },
    "network-acls-invalid": {
      what: "Network ACLs are to be generated for subnets that are not isolated, not created here, or have generated ones already; or what they are to let pass is written wrong.",
      fix: "Do what the message says: leave `networkAcls` out, say it once, or write the block out.",
    },
    "service-name-malformed": {
      what: "A text is not the full name of an endpoint service.",
      fix: 'Write it as `"com.amazonaws.vpce.eu-west-1.vpce-svc-..."`.',
    },
    "service-in-other-region": {
      what: "An endpoint service is in another Region than the endpoint would look for it.",
      fix: "Name its Region: `{ serviceName, region }`. The owner of the service has to list the endpoint's Region in `supportedRegions`.",
    },
  },
});
