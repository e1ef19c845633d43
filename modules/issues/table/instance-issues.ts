import type { IssueTable } from "./issue-row";

/** EC2 instances. */
export const INSTANCE_ISSUES = {
  "instance-name-invalid": {
    what: "A text is not a name for an instance.",
    why: "The role and the security group of the instance are named by it: 1 to 64 letters, digits, dots, hyphens and underscores.",
    fix: "Write the name that the message proposes, or another such name.",
  },
  "instance-subnet-unknown": {
    what: "An instance names a subnet that the network does not have, or no subnet of the network takes instances.",
    why: "An instance gets its network interface in a subnet.",
    fix: 'Write the name of a subnet of the network, or add one of tier `"shared"`, `"application"` or `"public"`.',
  },
  "public-address-in-private-subnet": {
    what: "An instance would get a public address in a subnet that is not public.",
    why: "Nothing reaches a public address in a subnet whose route table leads to no internet gateway.",
    fix: 'Leave `publicAddress` out, or name a subnet of tier `"public"`.',
  },
  "package-name-invalid": {
    what: "A text is not the name of a package.",
    why: "A name has letters, digits, plus signs, dots, hyphens and underscores; anything else would be run by the shell.",
    fix: 'Write one name in each element, for example `packages: ["docker"]`, and shell commands into `commands`.',
  },
} satisfies IssueTable;
