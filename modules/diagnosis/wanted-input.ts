/** What would help where nothing is recognized, and how to come by it. */
export const WANTED_INPUT: readonly (readonly [what: string, command: string])[] = [
  [
    "the reason of a stopped task, which ECS keeps for an hour",
    "aws ecs describe-tasks --cluster CLUSTER --tasks $(aws ecs list-tasks --cluster CLUSTER --desired-status STOPPED --query 'taskArns[]' --output text)",
  ],
  ["the events of its service", "aws ecs describe-services --cluster CLUSTER --services SERVICE"],
  ["the log of a container that started", "aws logs tail LOG_GROUP --since 1h"],
  ["the whole of an error that Terraform or aws ecs execute-command printed", "private-fargate diagnose - < error.txt"],
];
