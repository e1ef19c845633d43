import type { FargateServiceProps } from "./fargate-service-props";

/** A service with the cluster that its scaling needs: one that is made with it counts the tasks that run. */
export function withScaledCluster(props: FargateServiceProps): FargateServiceProps {
  const { scaling, cluster = {} } = props;
  if (scaling?.backlogPerTask === undefined || "arn" in cluster) return props;
  return { ...props, cluster: { containerInsights: "enabled", ...cluster } };
}
