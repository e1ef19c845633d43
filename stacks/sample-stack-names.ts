/** The sample stacks, a provider before its consumer. */
export const SAMPLE_STACK_NAMES = [
  "single-subnet",
  "dedicated-endpoint-subnets",
  "isolated-service",
  "private-link-provider",
  "private-link-consumer",
  "ecr-instance",
  "hub-and-spoke",
] as const;

/** A sample stack by name. */
export type SampleStackName = (typeof SAMPLE_STACK_NAMES)[number];
