/**
 * Largest and smallest IPv4 block of a VPC or a subnet, as prefix lengths.
 *
 * Source: Amazon VPC User Guide, "VPC CIDR blocks" and "Subnet sizing": /16 to /28 for both.
 */
export const LARGEST_BLOCK = 16;
export const SMALLEST_BLOCK = 28;

/** The block of every IPv4 address, and that of every IPv6 address. */
export const EVERY_IPV4_ADDRESS = "0.0.0.0/0";
export const EVERY_IPV6_ADDRESS = "::/0";

/** Ports are numbers from 1 to this one. */
export const LAST_PORT = 65535;

/** Whether it is the number of a port. */
export function isPort(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= LAST_PORT;
}

/**
 * Characters of the policy of an endpoint.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html
 */
export const LONGEST_ENDPOINT_POLICY = 20_480;

/** GiB of ephemeral storage, besides the 20 that every task has. Source: Amazon ECS API Reference, EphemeralStorage, read 2026-11-20. */
export const EPHEMERAL_STORAGE = { least: 21, most: 200 } as const;

/** Seconds, of `startTimeout` and of `stopTimeout`. Source: Amazon ECS API Reference, ContainerDefinition, read 2026-11-28. */
export const CONTAINER_TIMEOUT = { least: 2, most: 120 } as const;

/** How many environment files a container may have. Source: Amazon ECS Developer Guide, "Pass environment variables". */
export const MOST_ENVIRONMENT_FILES = 10;

/** Days for which CloudWatch Logs keeps logs. Source: Amazon CloudWatch Logs API Reference, PutRetentionPolicy, read 2026-11-28. */
export const LOG_RETENTION_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
