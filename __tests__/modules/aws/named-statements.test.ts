import { expect, it } from "vitest";
import { namedStatements } from "../../../modules/aws/named-statements";

it("statements of one name are numbered from the second on, those without a name stay so", () => {
  const sids = ["Logs", undefined, "Logs", "Pull", "Logs", undefined];
  const statements = sids.map((sid) => (sid === undefined ? {} : { sid }));
  expect(namedStatements(statements).map(({ sid }) => sid)).toEqual([
    "Logs",
    undefined,
    "Logs2",
    "Pull",
    "Logs3",
    undefined,
  ]);
});
