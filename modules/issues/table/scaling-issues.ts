import type { IssueTable } from "./issue-row";

/** How a service is deployed, and how the number of its tasks changes. */
export const SCALING_ISSUES = {
  "deployment-invalid": {
    why: "tasks are replaced by stopping some before, or starting some more; where neither may be done, a deployment never ends",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html",
  },
  "provider-bindings-too-old": {
    why: "the bindings are made of one version of the provider, and drop what that version does not have",
    source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service",
  },
  "scaling-range-invalid": { why: "Application Auto Scaling keeps the number of tasks from min to max, both included" },
  "scaling-setting-invalid": {
    why: "Application Auto Scaling refuses it, or finds no metric by it",
    source: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html",
  },
  "scaling-steps-invalid": {
    why: "the steps of a policy are ranges that follow one another on one side of its alarm's threshold, each with a whole number",
    source: "https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html",
  },
  "scaling-load-balancer-missing": {
    why: "an application load balancer counts the requests to its targets; nothing else does",
    source: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html",
  },
  "scaling-container-insights": {
    why: "CloudWatch knows how many tasks of a service run with Container Insights only, and without a metric nothing is scaled",
    source:
      "https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html",
  },
  "scaling-without-policy": {
    severities: ["warning"],
    why: "min and max are bounds; a policy or a schedule is what changes the number",
  },
  "scaling-from-zero": {
    severities: ["warning"],
    why: "once no task runs, none reports its use, and nothing starts the first one",
  },
} as const satisfies IssueTable;
