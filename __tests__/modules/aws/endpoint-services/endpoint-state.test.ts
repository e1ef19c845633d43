import { expect, it } from "vitest";
import { isLivingState } from "../../../../modules/aws/endpoint-services/endpoint-state";

it.each(["available", "pending", "pendingAcceptance", "PendingAcceptance", "Partial"])(
  "an endpoint lives in %s",
  (state) => expect(isLivingState(state)).toBe(true),
);

it.each(["deleting", "deleted", "rejected", "failed", "Expired"])("an endpoint takes no calls in %s", (state) =>
  expect(isLivingState(state)).toBe(false),
);
