import { type FargateTask, LogDriver } from "../../../../modules";
import type { Workload } from "./arbitrary-workload";
import { makeSecret } from "./make-secret";
import type { Need } from "./scenario-needs";
import { type ContainerPlace, type Part, VPC_DOMAIN } from "./scenario-part";

/** Service Connect of a task. */
export function makeServiceConnect({ connect }: Workload, place: ContainerPlace): Part<FargateTask["serviceConnect"]> {
  const labels = [`connect: ${connect}`];
  const agent: Need = { service: "ecs-agent" };
  const namespace = "shop";
  switch (connect) {
    case "off":
      return { value: undefined, needs: [], labels };
    case "client":
      return { value: { namespace }, needs: [agent], labels };
    case "service": {
      const services = [{ portName: "port-0", clientAlias: { port: 80 } }];
      return { value: { namespace, services }, needs: [agent], labels };
    }
    case "awslogs":
      return { value: { namespace, logDriver: LogDriver.awslogs() }, needs: [agent, { service: "logs" }], labels };
    case "splunk": {
      const token = makeSecret("secret", place);
      const logDriver = LogDriver.splunk(`https://splunk.${VPC_DOMAIN}:8088`, {
        secretOptions: { "splunk-token": token.value },
      });
      return { value: { namespace, logDriver }, needs: [agent, { service: "secretsmanager" }], labels };
    }
  }
}
