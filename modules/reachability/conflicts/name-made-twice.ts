import { groupedBy } from "../../values/grouped-by";
import type { MadeName } from "../model/made-name";
import { type ConflictRule, conflict } from "./conflict-rule";

/** What happens to the second of a name, and what a program of the library writes. */
const OF_KIND = {
  cluster: {
    why: "ECS makes no second cluster of a name, so both resources own the one, and who destroys one of them takes it from the other",
    library: "create one FargateCluster, and give it to both as cluster",
  },
  "log group": {
    why: "CloudWatch Logs refuses the second, and the apply ends halfway",
    library: "write logGroup: { name } for one of them, or give their tasks different families",
  },
  "security group": {
    why: "EC2 refuses the second of a name in a VPC, and the apply ends halfway",
    library: "write securityGroup: { name } for one of them, or give their tasks different families",
  },
} as const satisfies Readonly<Record<MadeName["kind"], { readonly why: string; readonly library: string }>>;

/**
 * Clusters, log groups and security groups that are created twice under one name.
 *
 * Sources: Amazon ECS API Reference, `CreateCluster`; Amazon CloudWatch Logs API Reference, `CreateLogGroup`; Amazon EC2 API
 * Reference, `CreateSecurityGroup`.
 */
export const nameMadeTwice: ConflictRule = function* ({ model }) {
  const alike = groupedBy(model.madeNames, ({ kind, name, place }) => JSON.stringify([kind, name, place]));
  for (const [first, ...others] of alike.values()) {
    if (first === undefined) continue;
    const { why, library } = OF_KIND[first.kind];
    const terraform = `give one of them another name, or use ${first.address} in both places`;
    for (const { address, kind, name } of others) {
      yield conflict("name-made-twice", {
        path: address,
        problem: `${address} and ${first.address} both create the ${kind} "${name}"`,
        why,
        fix: { library, ecs: terraform, terraform },
      });
    }
  }
};
