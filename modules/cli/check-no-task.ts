import { issue } from "../issues/issue";
import type { Proof } from "../reachability/model/proof";
import type { TerraformReading } from "../reachability/terraform/terraform-reading";

/**
 * The proof, not as proved but as unknown where there is no task. Somebody who names the wrong folder would otherwise be told
 * that all is well.
 */
export function noteNoTask(proof: Proof, { modules: opaque }: TerraformReading): Proof {
  if (proof.tasks.length > 0) return proof;
  const modules = opaque.map(({ address }) => address);
  const plan = `check a plan, which shows what is in ${modules.join(", ")}: terraform show -json PLAN > plan.json`;
  const fix =
    modules.length === 0
      ? "check it together with the configuration or the plan that has the service"
      : opaque.some(({ lack }) => lack === "module")
        ? `fetch the modules of the folder with terraform init, and check it again; or ${plan}`
        : plan;
  return {
    ...proof,
    verdict: proof.verdict === "broken" ? "broken" : "unknown",
    conflicts: [
      ...proof.conflicts,
      {
        ...issue("task-missing", { problem: "nothing here starts a Fargate task, so nothing is proved", fix }),
        leavesOpen: true,
      },
    ],
  };
}
