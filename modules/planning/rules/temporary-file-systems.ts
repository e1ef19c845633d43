import { arnPartition } from "../../aws/region";
import { issue } from "../../issues/issue";
import { isUnset } from "../../task/json/is-unset";
import { writeOptions } from "../../task/options/container-options";
import { isJsonObject } from "../../values/is-json-value";
import { isPending } from "../../values/pending";
import type { AskRule } from "./ask-rule";

/** The page of the Regions in China leaves `tmpfs` out of what Fargate takes, which it takes elsewhere since 2026-01-06. */
export const temporaryFileSystems: AskRule = {
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
  *asks({ containers, context }) {
    const { region } = context.surroundings;
    if (isPending(region) || region === undefined || arnPartition(region) !== "aws-cn") return;
    for (const [name, container] of containers) {
      const inFields = container.linuxParameters === undefined;
      const linux = (inFields ? container.additionalFields : writeOptions(container))?.["linuxParameters"];
      if (linux === undefined || !isJsonObject(linux) || isUnset(linux["tmpfs"])) continue;
      yield {
        remark: issue("tmpfs-unverified", {
          path: `containers.${name}.${inFields ? "additionalFields." : ""}linuxParameters.tmpfs`,
          problem: `whether Fargate takes tmpfs in ${region} is uncertain`,
          fix: "try it, or mount an empty volume of the task instead",
        }),
      };
    }
  },
};
