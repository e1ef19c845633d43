import { INSTANCE_ISSUES } from "../../../modules/issues/table/instance-issues";
import { issueTopic } from "./issue-topic";

export const INSTANCE_TOPIC = issueTopic(INSTANCE_ISSUES, {
  title: "Instances",
  about: "EC2 instances in a private network.",
  entries: {
    "instance-name-invalid": {
      what: "A text is not a name for an instance.",
      fix: "Write the name that the message proposes, or another such name.",
    },
    "instance-subnet-unknown": {
      what: "An instance names a subnet that the network does not have, or no subnet of the network takes instances.",
      fix: 'Write the name of a subnet of the network, or add one of tier `"shared"`, `"application"` or `"public"`.',
    },
    "public-address-in-private-subnet": {
      what: "An instance would get a public address in a subnet that is not public.",
      fix: 'Leave `publicAddress` out, or name a subnet of tier `"public"`.',
    },
    "package-name-invalid": {
      what: "A text is not the name of a package.",
      fix: 'Write one name in each element, for example `packages: ["docker"]`, and shell commands into `commands`.',
    },
  },
});
