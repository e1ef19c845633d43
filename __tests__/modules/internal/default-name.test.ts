import { Construct } from "constructs";
import { expect, it } from "vitest";
import { defaultName } from "../../../modules/internal/default-name";
import { newStack } from "../../support/synth";

it("names what a construct makes after its path in the app", () => {
  const parent = new Construct(newStack(), "orders");
  expect(defaultName(new Construct(parent, "network"))).toBe("test-orders-network");
});
