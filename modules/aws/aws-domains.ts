import { PARTITIONS } from "./region";

/**
 * Domains of AWS's besides those of the host names in {@link PARTITIONS}: the top-level domain of `api.aws` and `on.aws`, the
 * domains that stand for it in other partitions, and those of services that have their own.
 */
const FURTHER_DOMAINS = [
  "aws",
  "amazonwebservices.com.cn",
  "amazonwebservices.eu",
  "aws.amazon.com",
  "awsapprunner.com",
];

/** The domains in which the host names of AWS's services are. */
export const AWS_DOMAINS: readonly string[] = [
  ...new Set([
    ...PARTITIONS.flatMap(({ dnsSuffix, dualStackDnsSuffix = [] }) => [dnsSuffix, dualStackDnsSuffix].flat()),
    ...FURTHER_DOMAINS,
  ]),
];

/** Whether a name is in a domain of AWS's, in which the host names of its services are. */
export function isInAwsDomain(name: string): boolean {
  return AWS_DOMAINS.some((domain) => isWithin(name, domain));
}

/** Whether a domain may have host names of AWS's services: it is in a domain of AWS's, or around one. */
export function mayHoldAwsNames(domain: string): boolean {
  return AWS_DOMAINS.some((aws) => isWithin(aws, domain) || isWithin(domain, aws));
}

/** Whether a domain is another one or inside of it. */
export function isWithin(domain: string, other: string): boolean {
  return domain === other || other === "" || domain.endsWith(`.${other}`);
}
