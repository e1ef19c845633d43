import { TerraformOutput } from "cdktf";
import { expect, it } from "vitest";
import { AvailableZones } from "../../../modules/network/available-zones";
import { synth } from "../../support/synth";

it("names the first zones of the account by one look-up", () => {
  const stack = synth((scope) => {
    const [first, second, third] = new AvailableZones(scope, "zones").first(3);
    new TerraformOutput(scope, "names", { value: [first, second, third], staticId: true });
  });
  expect(stack.dataSources).toHaveLength(1);
  const names = `${stack.dataSources[0]?.address}.names`;
  expect(stack.output("names")).toEqual([0, 1, 2].map((index) => `\${element(${names}, ${index})}`));
});
