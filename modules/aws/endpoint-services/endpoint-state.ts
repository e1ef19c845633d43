/** Source: Amazon EC2 API Reference, "VpcEndpoint". */
const LIVING_STATES: ReadonlySet<string> = new Set(["available", "pending", "pendingacceptance", "partial"]);

/** Whether an endpoint in a state takes calls, or will: AWS shows one that was deleted for some time. */
export function isLivingState(state: string): boolean {
  return LIVING_STATES.has(state.toLowerCase());
}
