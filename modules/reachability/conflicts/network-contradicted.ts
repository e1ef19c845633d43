import { type ConflictRule, conflict } from "./conflict-rule";

/** What somebody says of a VPC that exists agrees with the Terraform in sight. */
export const networkContradicted: ConflictRule = function* (view) {
  for (const { network, said, address, instead } of view.model.contradictions) {
    yield conflict("network-contradicted", {
      path: address,
      problem: `the network "${network}" says that ${said}, and ${instead}`,
      fix: `correct the network "${network}", or ${address}`,
    });
  }
};
