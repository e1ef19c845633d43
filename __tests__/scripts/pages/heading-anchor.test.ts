import { expect, it } from "vitest";
import { headingAnchor } from "../../../scripts/pages/heading-anchor";

it.each([
  ["endpoint-missing", "endpoint-missing"],
  ["The proof: what is not known", "the-proof-what-is-not-known"],
  ["`wayOut` of subnets, and more", "wayout-of-subnets-and-more"],
])("the heading %s is at #%s", (heading, anchor) => {
  expect(headingAnchor(heading)).toBe(anchor);
});
