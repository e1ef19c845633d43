import { SCALING_ISSUES } from "../../../modules/issues/table/scaling-issues";
import { issueTopic } from "./issue-topic";

export const SCALING_TOPIC = issueTopic(SCALING_ISSUES, {
  title: "Deployment and scaling",
  about: "How the tasks of a service are replaced, and how their number changes: `deployment` and `scaling`.",
  entries: {
    "deployment-invalid": {
      what: "A deployment of the service could neither stop an old task nor start a new one, or has a setting that ECS does not take.",
      fix: "Write `deployment: { minimumPercent: 50, maximumPercent: 200 }`, or what the message says.",
    },
    "provider-bindings-too-old": {
      what: "A property needs arguments of `aws_ecs_service` that the installed bindings of the AWS provider do not have.",
      fix: "Install the bindings that the message names, or leave the property out.",
    },
    "scaling-range-invalid": {
      what: "`min` is above `max`, `desiredCount` is outside of them, or a schedule changes neither.",
      fix: "Write `scaling: { min: 1, max: 10, cpu: 60 }`, and leave `desiredCount` out.",
    },
    "scaling-setting-invalid": {
      what: "A value at which a metric is to be held, or a metric, is none.",
      fix: "Write what the message says.",
    },
    "scaling-steps-invalid": {
      what: "The steps of a policy have a gap or an overlap, are on both sides of a value, or have a number that is none.",
      fix: "Write `steps: [{ from: 60, to: 80, change: 1 }, { from: 80, change: 3 }]`; a metric that is too low has a policy of its own.",
    },
    "scaling-load-balancer-missing": {
      what: "`requestsPerTarget` needs the requests of one application load balancer of the service.",
      fix: "Give the service `loadBalancers: [balancer.target({ container, port })]`; where it has several, name one.",
    },
    "scaling-container-insights": {
      what: "`backlogPerTask` is to be worked out in a cluster without Container Insights.",
      fix: 'Give the cluster `containerInsights: "enabled"`.',
    },
    "scaling-without-policy": {
      what: "`scaling` has bounds, and nothing that changes the number of tasks.",
      fix: "Write `cpu: 60`, or what the service is to be scaled by; or leave `scaling` out.",
    },
    "scaling-from-zero": {
      what: "A service that scales by what its own tasks report may come to have none.",
      fix: "Write `min: 1`, or scale by `backlogPerTask`.",
    },
  },
});
