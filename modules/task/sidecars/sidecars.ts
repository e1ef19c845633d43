import { adotCollector } from "./adot-collector";
import { cloudWatchAgent } from "./cloudwatch-agent";
import { logRouter } from "./log-router";
import { xrayDaemon } from "./xray-daemon";

/** Containers beside the application that AWS publishes images of, each with what it calls; `withSidecars` adds them to a task. */
export const Sidecars = { logRouter, adotCollector, xrayDaemon, cloudWatchAgent } as const;
