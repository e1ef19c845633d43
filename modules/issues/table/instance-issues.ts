import type { IssueTable } from "./issue-row";

/** EC2 instances. */
export const INSTANCE_ISSUES = {
  "instance-name-invalid": {
    why: "its role and its security group are named by it: 1 to 64 letters, digits, dots, hyphens and underscores",
  },
  "instance-subnet-unknown": { why: "an instance gets its network interface in a subnet" },
  "public-address-in-private-subnet": {
    why: "nothing reaches a public address in a subnet whose route table leads to no internet gateway",
  },
  "package-name-invalid": {
    why: "a name has letters, digits, +, dots, hyphens and underscores; anything else would be run by the shell",
  },
} as const satisfies IssueTable;
