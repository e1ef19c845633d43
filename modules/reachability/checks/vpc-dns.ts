import type { TaskSite } from "../calls/call";
import { breaks, type Finding, holds, open, together } from "./finding";

const ATTRIBUTES = {
  dnsSupport: {
    argument: "enable_dns_support",
    code: "vpc-dns-support-off",
  },
  dnsHostnames: {
    argument: "enable_dns_hostnames",
    code: "vpc-dns-hostnames-off",
  },
} as const;

type Attribute = keyof typeof ATTRIBUTES;

/**
 * The DNS attributes of the VPC are on.
 *
 * Sources: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html and, for gateway endpoints,
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html
 */
export function checkVpcDns(
  site: TaskSite,
  attributes: readonly Attribute[] = ["dnsSupport", "dnsHostnames"],
): Finding | undefined {
  return together(attributes.map((attribute) => checkAttribute(site, attribute)));
}

function checkAttribute({ vpc }: TaskSite, attribute: Attribute): Finding {
  const { argument, code } = ATTRIBUTES[attribute];
  const fact = vpc[attribute];
  if (!fact.known) {
    return open({
      code: "vpc-dns-unknown",
      what: `whether ${argument} is on in ${vpc.address}`,
      because: fact.because,
      assure: `${argument} of ${vpc.address} is true`,
      path: vpc.address,
    });
  }
  if (fact.value) return holds(`${argument} is on`, [vpc.address]);
  return breaks(code, {
    problem: `${argument} of ${vpc.address} is off`,
    fix: `set ${argument} = true on ${vpc.address}`,
    path: vpc.address,
  });
}
