import type { Grant } from "../grants/grant";

/** What sends traces to X-Ray. Source: AWS managed policy AWSXRayDaemonWriteAccess, read 2026-11-28. */
export const XRAY_GRANT = {
  service: "xray",
  actions: [
    "xray:GetSamplingRules",
    "xray:GetSamplingStatisticSummaries",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
  ],
  on: "*",
} as const satisfies Grant;
