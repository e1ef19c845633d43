import { ContainerImage, type FargateTask } from "cdktf-private-fargate";

const REGISTRY = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

// The network's stack plans its endpoints for all tasks; the stack of each service runs its own.
export const orders = {
  family: "orders",
  containers: { api: { image: ContainerImage.ecr(`${REGISTRY}/orders`, { tag: "1.4.2" }) } },
  uses: ["sqs"],
} satisfies FargateTask;

export const billing = {
  family: "billing",
  containers: { worker: { image: ContainerImage.ecr(`${REGISTRY}/billing`, { tag: "2.0.1" }) } },
  uses: ["sqs", "dynamodb"],
} satisfies FargateTask;
