import { LogDriver } from "../../../../modules";
import type { ContainerWish } from "./arbitrary-workload";
import { makeSecret } from "./make-secret";
import type { Need } from "./scenario-needs";
import { type ContainerPlace, type Part, VPC_DOMAIN } from "./scenario-part";

function logNeed(...groups: readonly string[]): Need {
  const actions = ["logs:CreateLogStream", "logs:PutLogEvents"];
  return { service: "logs", asks: [{ actions, resources: groups.length === 0 ? ["*"] : groups }] };
}

/** What happens to the output of a container. */
export function makeLogDriver(wish: ContainerWish, place: ContainerPlace): Part<LogDriver | undefined> {
  const { logDriver: kind } = wish;
  const option = makeSecret("parameter-name", place);
  const labels = [`log driver: ${kind}`];
  const group = `arn:${place.partition}:logs:${place.region}:*:log-group:/orders:*`;
  switch (kind) {
    case "default":
      return { value: undefined, needs: [logNeed()], labels };
    case "awslogs":
      return { value: LogDriver.awslogs({ mode: "blocking", region: place.region }), needs: [logNeed()], labels };
    case "awslogs-group":
      return { value: LogDriver.awslogs({ logGroupName: "/orders" }), needs: [logNeed(group)], labels };
    case "awslogs-create": {
      const creates: Need = { service: "logs", asks: [{ actions: ["logs:CreateLogGroup"], resources: [group] }] };
      const value = LogDriver.awslogs({ logGroupName: "/orders", createGroup: true });
      return { value, needs: [logNeed(group), creates], labels };
    }
    case "none":
      return { value: LogDriver.none(), needs: [], labels };
    case "splunk": {
      const value = LogDriver.splunk(`https://splunk.${VPC_DOMAIN}:8088`, {
        secretOptions: { "splunk-token": option.value },
      });
      return { value, needs: option.needs, labels };
    }
    case "firelens": {
      const secretOptions = wish.secretOption ? { secretOptions: { password: option.value } } : {};
      const plugin = wish.plugin === "none-named" ? undefined : wish.plugin;
      const sendsToHost = plugin === "http" || plugin === "opensearch";
      const options = sendsToHost ? { options: { Host: `logs.${VPC_DOMAIN}` } } : {};
      return {
        value: LogDriver.firelens(plugin, { ...options, ...secretOptions }),
        needs: [...(wish.secretOption ? option.needs : []), ...destination(wish.plugin)],
        labels: [...labels, `plugin: ${wish.plugin}`],
      };
    }
  }
}

/** The service to which an output plugin sends. */
function destination(plugin: ContainerWish["plugin"]): readonly Need[] {
  switch (plugin) {
    case "cloudwatch_logs":
      return [{ service: "logs" }];
    case "kinesis_firehose":
      return [{ service: "kinesis-firehose" }];
    case "kinesis_streams":
      return [{ service: "kinesis-streams" }];
    case "s3":
      return [{ service: "s3" }];
    default:
      return [];
  }
}
