import { isWindows } from "../aws/operating-system";
import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";

/** The capacity providers of Fargate, which every cluster can have. Their names are reserved. */
export const CAPACITY_PROVIDERS_OF_FARGATE = ["FARGATE", "FARGATE_SPOT"] as const;

/** A capacity provider of Fargate. */
export type FargateCapacityProvider = (typeof CAPACITY_PROVIDERS_OF_FARGATE)[number];

/** The part of the tasks that runs on a capacity provider. */
export interface CapacityShare {
  /** How many tasks run on it at the least; one provider of a strategy can have a base. @default 0 */
  readonly base?: number;
  /** The share of the tasks beyond the base, against the weights of the others. @default 0 */
  readonly weight?: number;
}

/**
 * How tasks are spread over capacity providers.
 *
 * @example const strategy: CapacityProviderStrategy = { FARGATE: { base: 1 }, FARGATE_SPOT: { weight: 1 } };
 */
export type CapacityProviderStrategy = Readonly<Partial<Record<FargateCapacityProvider, CapacityShare>>>;

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
const MOST = { base: 100_000, weight: 1_000 } as const;

/** One capacity provider of a strategy, as Terraform has it. */
export interface CapacityProviderItem {
  readonly capacityProvider: FargateCapacityProvider;
  readonly base?: number;
  readonly weight: number;
}

/** A strategy as Terraform has it. */
export function capacityProviderItems(strategy: CapacityProviderStrategy): CapacityProviderItem[] {
  return CAPACITY_PROVIDERS_OF_FARGATE.flatMap((capacityProvider) => {
    const share = strategy[capacityProvider];
    if (share === undefined) return [];
    const { base, weight = 0 } = share;
    return [{ capacityProvider, weight, ...(base === undefined ? {} : { base }) }];
  });
}

/** On what tasks are launched, as Terraform has it: a launch type and a strategy exclude each other. */
export function launchOn(
  strategy: CapacityProviderStrategy | undefined,
): { readonly launchType: string } | { readonly capacityProviderStrategy: CapacityProviderItem[] } {
  return strategy === undefined
    ? { launchType: "FARGATE" }
    : { capacityProviderStrategy: capacityProviderItems(strategy) };
}

/** The capacity providers that a cluster needs for a strategy. */
export function capacityProvidersOf(strategy: CapacityProviderStrategy = {}): readonly FargateCapacityProvider[] {
  return CAPACITY_PROVIDERS_OF_FARGATE.filter((name) => name === "FARGATE" || strategy[name] !== undefined);
}

/** What is wrong with a strategy in itself. */
export function* checkCapacityProviders(strategy: CapacityProviderStrategy, path: string): Generator<Issue> {
  const shares = Object.entries(strategy);
  for (const [provider, share] of shares) {
    for (const field of ["base", "weight"] as const) {
      const value = share[field];
      if (value === undefined || isUnresolved(value)) continue;
      if (Number.isInteger(value) && value >= 0 && value <= MOST[field]) continue;
      yield issue("capacity-providers-invalid", {
        path: `${path}.${provider}.${field}`,
        problem: `a ${field} of ${value} cannot be had`,
        fix: `write a whole number from 0 to ${MOST[field]}`,
      });
    }
  }
  if (shares.every(([, { weight = 0 }]) => weight === 0)) {
    yield issue("capacity-providers-invalid", {
      path,
      problem: "no capacity provider has a weight above 0",
      fix: `write a weight, for example { ${shares[0]?.[0] ?? "FARGATE_SPOT"}: { weight: 1 } }`,
    });
  }
  const based = shares.filter(([, { base = 0 }]) => isUnresolved(base) || base > 0).map(([provider]) => provider);
  if (based.length > 1) {
    yield issue("capacity-providers-invalid", {
      path,
      problem: `${based.join(" and ")} both have a base`,
      fix: "leave the base to one of them",
    });
  }
}

/** Linux runs on Spot with either architecture. Source: as above, and Amazon ECS Developer Guide, "AWS Fargate capacity providers". */
export function* checkSpot(
  strategy: CapacityProviderStrategy,
  operatingSystemFamily: string | undefined,
): Generator<Issue> {
  if (strategy.FARGATE_SPOT === undefined || !isWindows(operatingSystemFamily)) return;
  yield issue("fargate-spot-windows", {
    path: "capacityProviders.FARGATE_SPOT",
    problem: `the task runs on ${operatingSystemFamily}, and FARGATE_SPOT runs Linux only`,
    fix: "write capacityProviders: { FARGATE: { weight: 1 } }, or leave it out",
  });
}
