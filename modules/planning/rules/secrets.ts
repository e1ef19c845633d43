import { logDriversOf, secretOptionsOf } from "../../task/log-drivers/placed-log-driver";
import { secretAsks } from "../../task/secrets/secret-source";
import type { AskRule } from "./ask-rule";

/** What fetching secrets asks, those of containers and of log drivers; each kind of secret says it. */
export const secrets: AskRule = {
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  *asks({ task, containers, context }) {
    for (const [name, container] of containers) {
      yield* secretAsks(container.secrets, `containers.${name}.secrets`, context);
    }
    for (const { driver, path } of logDriversOf(task)) {
      yield* secretAsks(secretOptionsOf(driver), `${path}.secretOptions`, context);
    }
  },
};
