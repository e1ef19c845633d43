import { type MembersOf, number, object } from "../shapes/shape";
import type { CapacityProviderStrategy, CapacityShare } from "./capacity-providers";

const SHARE = object({ weight: number(1), base: number(1) } satisfies MembersOf<CapacityShare>);

/** The shape of {@link CapacityProviderStrategy}. */
export const CAPACITY_PROVIDERS = object(
  { FARGATE: SHARE, FARGATE_SPOT: SHARE } satisfies MembersOf<CapacityProviderStrategy>,
  "{ FARGATE_SPOT: { weight: 1 } }",
);
