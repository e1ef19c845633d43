import type { Grant } from "../grants/grant";
import { type Sidecar, type SidecarOptions, sidecarContainer } from "./sidecar";
import { XRAY_GRANT } from "./xray-rights";

const PUBLISHED = "public.ecr.aws/cloudwatch-agent/cloudwatch-agent:latest";

/** What the CloudWatch agent takes from the application: embedded metrics, metrics of StatsD, or traces. */
export type CollectedByCloudWatch = "emf" | "statsd" | "traces";

export interface CloudWatchAgentOptions extends SidecarOptions {
  /** What the agent takes from the application. @default ["emf"] */
  readonly collects?: readonly CollectedByCloudWatch[];
}

/** The rights are those of the AWS managed policy CloudWatchAgentServerPolicy, as far as each part needs them. */
const PARTS: Readonly<Record<CollectedByCloudWatch, { readonly section: object; readonly grant: Grant }>> = {
  emf: {
    section: { logs: { metrics_collected: { emf: {} } } },
    grant: {
      service: "logs",
      actions: [
        "logs:CreateLogGroup",
        "logs:CreateLogStream",
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams",
        "logs:PutLogEvents",
      ],
      on: "*",
    },
  },
  statsd: {
    section: { metrics: { metrics_collected: { statsd: {} } } },
    grant: { service: "monitoring", actions: ["cloudwatch:PutMetricData"], on: "*" },
  },
  traces: { section: { traces: { traces_collected: { xray: {}, otlp: {} } } }, grant: XRAY_GRANT },
};

/**
 * The CloudWatch agent, with its configuration in `CW_CONFIG_CONTENT`.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Generation_CloudWatch_Agent.html
 *
 * @example Sidecars.cloudWatchAgent({ image, collects: ["emf", "statsd"] })
 */
export function cloudWatchAgent({ collects = ["emf"], ...options }: CloudWatchAgentOptions = {}): Sidecar {
  const parts = [...new Set(collects)].map((each) => PARTS[each]);
  const configuration = Object.assign({}, ...parts.map(({ section }) => section));
  return {
    container: sidecarContainer(PUBLISHED, options, {
      essential: false,
      environment: { CW_CONFIG_CONTENT: JSON.stringify(configuration) },
    }),
    grants: parts.map(({ grant }) => grant),
  };
}
