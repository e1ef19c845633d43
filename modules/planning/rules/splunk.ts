import { hostOf, isReachableHost } from "../../asks/reachable-host";
import { issue } from "../../issues/issue";
import { isUnresolved } from "../../values/unresolved";
import type { RequirementRule } from "./requirement-rule";

/** The splunk driver sends to an address that no VPC endpoint of AWS's serves. */
export const splunk: RequirementRule = {
  id: "splunk",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  *derive({ task, containers }) {
    for (const [name, { logDriver }] of containers) {
      if (logDriver?.kind !== "splunk" || isUnresolved(logDriver.url)) continue;
      const host = hostOf(logDriver.url);
      if (isReachableHost(host, task.reachableHosts)) continue;
      yield {
        unreachable: issue("log-destination-unreachable", {
          path: `containers.${name}.logDriver`,
          problem: `the splunk driver sends to "${host}", to which no VPC endpoint leads`,
          why: "Splunk is not an AWS service; without an internet route nothing arrives",
          fix: `if the task reaches it through its VPC, write reachableHosts: ["${host}"]; otherwise log to CloudWatch Logs and forward from there`,
        }),
      };
    }
  },
};
