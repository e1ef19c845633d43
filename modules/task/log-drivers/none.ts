import type { LogDriverKind } from "./log-driver-kind";

/** Drops the container's output. */
export interface NoLogDriver {
  readonly kind: "none";
}

/** Drops the output. */
export function none(): NoLogDriver {
  return { kind: "none" };
}

export const noneKind: LogDriverKind<NoLogDriver> = {
  ecs: undefined,
  check: () => [],
  asks: () => [],
};
