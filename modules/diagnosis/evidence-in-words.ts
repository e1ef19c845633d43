import type { Evidence } from "./input/evidence";

const MANNERS = {
  "no-answer": "no answer came",
  "no-name": "the name led nowhere",
  refused: "the call arrived, and was refused",
  "not-found": "the call arrived, and what it asked for is not there",
} as const;

const POLICIES = {
  "endpoint-policy": "by the policy of a VPC endpoint",
  role: "by the policies of the role",
  "resource-policy": "by the policy of the thing itself",
  organization: "by a policy of the organization",
} as const;

/** What a message tells beside its words. Empty where it tells nothing. */
export function evidenceInWords({ manner, address, refusedBy, isCut }: Evidence): readonly string[] {
  const by = refusedBy === undefined ? "" : `, ${POLICIES[refusedBy]}`;
  return [
    ...(manner === undefined ? [] : [`${MANNERS[manner]}${by}`]),
    ...(address === undefined
      ? []
      : [`the name led to ${address.address}, a ${address.isPrivate ? "private" : "public"} address`]),
    ...(isCut ? ["the message is cut, so that its end may tell more"] : []),
  ];
}
