import { expect, it } from "vitest";
import { EndpointPlan } from "../../../modules";
import { type WayOut, wayOutInWords } from "../../../modules/aws/way-out";
import { ordersTask } from "../../support/orders";

it.each<[wayOut: WayOut, words: string]>([
  ["nat-gateway", "a NAT gateway"],
  ["internet-gateway", "an internet gateway"],
  [{ name: "a proxy" }, "a proxy"],
])("says %j in words", (wayOut, words) => {
  expect(wayOutInWords(wayOut)).toBe(words);
});

it.each(["a transit gateway", "constructor", ""])(
  "says other text, as an unchecked program has it, as it is: %j",
  (text) => {
    expect(wayOutInWords(JSON.parse(JSON.stringify(text)))).toBe(text);
  },
);

it("stands in the messages of a plan, also as plain text", () => {
  const image = { kind: "registry", name: "nginx:1.29" } as const;
  const task = { ...ordersTask, containers: { web: { image } } };
  const whyOf = (wayOut: WayOut) => EndpointPlan.forTasks([task], { wayOut }).issues.map(({ why }) => why);
  expect(whyOf("nat-gateway")).toEqual([expect.stringMatching(/; the network leads out by a NAT gateway$/)]);
  expect(whyOf({ name: "a proxy" })).toEqual([expect.stringMatching(/; the network leads out by a proxy$/)]);
  expect(whyOf(JSON.parse('"a proxy"'))).toEqual(whyOf({ name: "a proxy" }));
});
